package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Purpose;

/**
 * On what terms a purpose is served at all.
 *
 * @param presentIf whether what the finger, or what stands in for it, proved is enough
 * @param holdsUntil until when an answer in the affirmative holds
 * @param where file and place
 */
public record PurposeTerms(
        Purpose purpose,
        DateRange inForce,
        Expression presentIf,
        Expression holdsUntil,
        BilingualText text,
        String source,
        String where) {}
