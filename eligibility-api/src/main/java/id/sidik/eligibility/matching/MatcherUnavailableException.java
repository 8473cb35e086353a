package id.sidik.eligibility.matching;

/** The matcher did not answer, not in time, or not with all that was asked of it. Whether it acted on the request is unknown. */
public final class MatcherUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean galleryIncomplete;

    public MatcherUnavailableException(String message, boolean galleryIncomplete) {
        super(message);
        this.galleryIncomplete = galleryIncomplete;
    }

    /** @param galleryIncomplete whether it answers, and only lacks a part of its gallery */
    public MatcherUnavailableException(String message, boolean galleryIncomplete, Throwable cause) {
        super(message, cause);
        this.galleryIncomplete = galleryIncomplete;
    }

    public boolean galleryIncomplete() {
        return galleryIncomplete;
    }
}
