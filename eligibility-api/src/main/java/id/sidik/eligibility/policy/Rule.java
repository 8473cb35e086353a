package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.DenialReason;
import java.time.LocalDate;
import java.util.List;

/** One condition of a service. It looks at the facts and the day, and at nothing else. */
@FunctionalInterface
interface Rule {
    /** What speaks against serving on this day; empty if nothing does. The order does not matter. */
    List<DenialReason> objections(Facts facts, LocalDate today);
}
