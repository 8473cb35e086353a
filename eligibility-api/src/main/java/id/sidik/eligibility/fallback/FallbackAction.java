package id.sidik.eligibility.fallback;

import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.Officer;

/** What may be done with a fallback. */
public sealed interface FallbackAction {

    /** The finger, number or code was right or wrong; others compared it. */
    record Answer(FallbackMethod method, boolean right) implements FallbackAction {}

    /** An officer vouches for the person. */
    record Vouch(Officer officer, String reason) implements FallbackAction {}

    /** An officer says no. */
    record Refuse(Officer officer) implements FallbackAction {}

    /** A decision, or for a grace a visit, rests on it. */
    record Use(String usedBy) implements FallbackAction {}
}
