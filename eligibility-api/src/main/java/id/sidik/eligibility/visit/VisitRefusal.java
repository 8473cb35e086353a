package id.sidik.eligibility.visit;

/** Why a step is illegal. Names are the stable reasons of errors: never rename one. */
public enum VisitRefusal {
    /** It ended before. */
    VISIT_ENDED,
    /** Presence was shown already. */
    VISIT_PRESENCE_SHOWN_ALREADY,
    /** The 72 hours of an emergency are over. */
    VISIT_GRACE_OVER,
    /** Only a stay ends with a discharge. */
    VISIT_NOT_A_STAY,
    /** A stay ends with a discharge. */
    VISIT_IS_A_STAY
}
