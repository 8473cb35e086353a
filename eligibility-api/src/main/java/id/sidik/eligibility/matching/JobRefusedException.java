package id.sidik.eligibility.matching;

/** The matcher does not run this job, or not now. Its reason and words go to the caller as they are. */
public final class JobRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean later;

    public JobRefusedException(String reason, String message, boolean later) {
        super(message);
        this.reason = reason;
        this.later = later;
    }

    /** One of those that {@code matcher.proto} lists. */
    public String reason() {
        return reason;
    }

    /** Whether too much is under way, rather than that the job is another than the one that is known. */
    public boolean later() {
        return later;
    }
}
