package id.sidik.eligibility.journey;

import id.sidik.wire.trust.Role;

/** Who asks, as the certificate says, and how long they will wait. */
public record Caller(Role role, Patience patience) {}
