package id.sidik.matcher.recognition;

import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.FingerPosition;
import java.util.List;

/** How a comparison with one subject ends when nothing is broken. */
public sealed interface VerificationOutcome {
    /** Of the samples, in their order. */
    List<Quality> qualities();

    /**
     * There was something to compare.
     *
     * @param match whether {@code fmr} is within the target
     */
    record Compared(boolean match, double fmr, FingerPosition finger, List<Quality> qualities)
            implements VerificationOutcome {}

    /** The subject has no reference, or none of such a finger. */
    record NotEnrolled(List<Quality> qualities) implements VerificationOutcome {}

    /** Nothing in the samples could be compared. */
    record ProbeTooPoor(List<Quality> qualities) implements VerificationOutcome {}
}
