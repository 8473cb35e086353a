package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Identity;

/** Who is at the desk. */
record OfficeSession(Identity identity) {}
