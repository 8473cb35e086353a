package id.sidik.eligibility.fallback;

/** Why a step was not taken. Names are the stable reasons of errors: never rename one. */
public enum FallbackRefusal {
    /** The method is not answered in this way: a PIN for a one-time code, an officer's word for a finger. */
    FALLBACK_METHOD_DIFFERS,
    /** It failed or was used: open another one. */
    FALLBACK_ENDED,
    /** It has not passed: nothing may rest on it. */
    FALLBACK_NOT_PASSED,
    /** It passed already. */
    FALLBACK_PASSED_ALREADY,
    /** The same officer cannot vouch twice. */
    OFFICER_NOT_ANOTHER
}
