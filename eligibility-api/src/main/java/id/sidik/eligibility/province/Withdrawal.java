package id.sidik.eligibility.province;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody's fingers are enrolled, and later she says no to that. {@code enrolledOn} is before the day of {@code at}. */
public record Withdrawal(Nid nid, LocalDate enrolledOn, Instant at) {}
