package id.sidik.eligibility.presence;

/**
 * How often one finger of a person was recognised, and how often not. What happened long ago counts less: each further try takes a tenth off
 * what was.
 *
 * @param recognised at least 0
 * @param refused at least 0
 */
public record FingerTally(double recognised, double refused) {
    /** Never tried. */
    public static final FingerTally NONE = new FingerTally(0, 0);

    private static final double KEPT = 0.9;

    public FingerTally {
        if (!(recognised >= 0 && refused >= 0)) {
            throw new IllegalArgumentException("a finger's tally counts from 0: " + recognised + ", " + refused);
        }
    }

    /** One try more. */
    public FingerTally and(boolean wasRecognised) {
        return new FingerTally(recognised * KEPT + (wasRecognised ? 1 : 0), refused * KEPT + (wasRecognised ? 0 : 1));
    }

    /** How likely the next try succeeds, by Laplace's rule: one half for a finger that was never tried. */
    public double outlook() {
        return (recognised + 1) / (recognised + refused + 2);
    }
}
