package id.sidik.eligibility.matching;

/** The matcher did not answer, not in time, or not with all that was asked of it. Whether it acted on the request is unknown. */
public final class MatcherUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is known of it. */
    public enum Why {
        /** It is not there, too slow, or broken. */
        NO_ANSWER,
        /** It answers, and only lacks a part of its gallery. */
        GALLERY_INCOMPLETE,
        /** It has more to do than it takes on at once, and did nothing: whoever asks again soon may be served. */
        OVERLOADED
    }

    public MatcherUnavailableException(String message, Why why) {
        super(message);
        this.why = why;
    }

    public MatcherUnavailableException(String message, Why why, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
