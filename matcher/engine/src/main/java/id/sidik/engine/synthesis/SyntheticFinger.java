package id.sidik.engine.synthesis;

import id.sidik.engine.image.FingerImage;

/**
 * A finger that nobody has, and the impressions that it leaves.
 *
 * <p>A seed always gives the same finger, and a number always the same impression of it, on every machine. Impressions of one
 * finger match each other; fingers of different seeds do not. Immutable, so any number of threads may share one.
 */
public final class SyntheticFinger {
    private static final long MASTER_STREAM = -1;

    /** Keeps the draws of impressions under named conditions apart from those under drawn ones. */
    private static final long NAMED_CONDITIONS_STREAM = 1L << 32;

    private final long seed;
    private final MasterPrint master;

    private SyntheticFinger(long seed, MasterPrint master) {
        this.seed = seed;
        this.master = master;
    }

    /** Grows a finger; takes a few tenths of a second of one core. */
    public static SyntheticFinger of(long seed) {
        return new SyntheticFinger(seed, MasterPrint.grow(Draws.of(seed, MASTER_STREAM)));
    }

    public PatternClass pattern() {
        return master.pattern();
    }

    /**
     * An impression under conditions of an ordinary day, on the default sensor.
     *
     * @param number which impression, 0 or more
     */
    public FingerImage impression(int number) {
        Draws draws = Draws.of(seed, requireNumber(number));
        ImpressionConditions conditions = ImpressionConditions.moderate(draws);
        return new Impression(master, conditions, SensorWindow.DEFAULT, draws).picture();
    }

    /** An impression under chosen conditions; the number varies what the conditions leave open. */
    public FingerImage impression(int number, ImpressionConditions conditions, SensorWindow sensor) {
        Draws draws = Draws.of(seed, NAMED_CONDITIONS_STREAM + requireNumber(number));
        return new Impression(master, conditions, sensor, draws).picture();
    }

    private static int requireNumber(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("impression number must be 0 or more: " + number);
        }
        return number;
    }
}
