package id.sidik.engine.synthesis;

/**
 * The shape in which the ridges of a fingertip flow: Henry's classes, a double loop counted apart from the plain whorl.
 *
 * <p>How often each occurs is from Wilson, Candela and Watson, "Neural network fingerprint classification" (1994), whose
 * 27.9 % of whorls we divide between whorls and double loops.
 */
public enum PatternClass {
    ARCH(0.037),
    TENTED_ARCH(0.029),
    LEFT_LOOP(0.338),
    RIGHT_LOOP(0.317),
    WHORL(0.209),
    DOUBLE_LOOP(0.070);

    private final double frequency;

    PatternClass(double frequency) {
        this.frequency = frequency;
    }

    /** Share of human fingers in this class, in (0, 1); all shares add up to 1. */
    public double frequency() {
        return frequency;
    }

    static PatternClass draw(Draws draws) {
        double rest = draws.between(0, 1);
        for (PatternClass pattern : values()) {
            rest -= pattern.frequency;
            if (rest < 0) {
                return pattern;
            }
        }
        return LEFT_LOOP; // the shares add up to 1 only as far as a double can say so
    }
}
