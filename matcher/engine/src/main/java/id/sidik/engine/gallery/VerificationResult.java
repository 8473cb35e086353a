package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;

/** What came of comparing probes with one subject. Whether it is a match is for the caller's target rate to say. */
public sealed interface VerificationResult {
    /**
     * Something was compared.
     *
     * @param fmr the chance that an impostor's fingers, compared as often, score as high
     * @param finger of the reference that scored best
     * @param comparisons how many were made, at least 1
     */
    record Compared(double fmr, FingerPosition finger, int comparisons) implements VerificationResult {}

    /** What the comparisons of probes with a subject's references come to. */
    static VerificationResult of(ProbeSet probes, References references) {
        PersonRate rate = new PersonRate();
        probes.compare(references, rate);
        return rate.comparisons() == 0
                ? new NotEnrolled()
                : new Compared(rate.fmr(), rate.bestFinger(), rate.comparisons());
    }

    /** The subject has no reference, or none that could be of the same finger as a probe. */
    record NotEnrolled() implements VerificationResult {}

    /** The subject's partition is not ready, so nobody knows whether the subject is enrolled. */
    record Loading(int partition) implements VerificationResult {}

    /** The time limit passed first. */
    record TimedOut() implements VerificationResult {}
}
