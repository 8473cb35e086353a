package id.sidik.eligibility.journey;

import id.sidik.eligibility.access.Warrant;
import id.sidik.wire.trust.Role;

/** Who asks, what certificate and token let them do, and how long they will wait. */
public record Caller(Warrant warrant, Patience patience) {
    /** One who shows a certificate and may touch anybody's records. */
    public Caller(Role role, Patience patience) {
        this(Warrant.everywhere(role), patience);
    }

    public Role role() {
        return warrant.role();
    }
}
