package id.sidik.eligibility.policy;

/** What the finger on the glass says about who stands there. */
public sealed interface Presence {

    /**
     * The finger is the member's.
     *
     * @param fmr how often a stranger's finger would look at least this alike
     * @param targetFmr the most that is accepted
     */
    record Proved(double fmr, double targetFmr) implements Presence {
        public Proved {
            if (!(targetFmr > 0 && targetFmr < 1 && fmr >= 0 && fmr <= targetFmr)) {
                throw new IllegalArgumentException(
                        "presence needs 0 <= fmr <= target-fmr < 1: " + fmr + ", " + targetFmr);
            }
        }
    }

    /** The finger was compared, and is not the member's as far as the target error rate can tell. */
    record Mismatch(double fmr, double targetFmr) implements Presence {}

    /** There is nothing to compare the finger with: an unknown person, or a member without fingers. */
    record NotEnrolled() implements Presence {}

    /** The sample arrived, and no comparison can rest on it. */
    record TooPoor() implements Presence {}

    /** The bridge says why it has no sample. */
    record CaptureFailed(CaptureFault fault) implements Presence {}

    /** Neither sample nor reason was sent. */
    record CaptureMissing() implements Presence {}

    /** The finger left the glass too long ago, or in the future. */
    record Stale() implements Presence {}

    /** The matcher did not answer in time, or at all. */
    record MatcherUnavailable() implements Presence {}

    /** The matcher answered, and not all of its gallery vouched for the answer. */
    record GalleryIncomplete() implements Presence {}
}
