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

    /** Keep the draws of dials apart from those of the impressions themselves, which count up from 0. */
    private static final long IMPRESSION_DIALS_STREAM = 1L << 32;

    private static final long FINGER_DIALS_STREAM = 1L << 48;

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
     * An impression of an ordinary day, on the default sensor.
     *
     * @param number which impression, 0 or more
     */
    public FingerImage impression(int number) {
        return impression(number, Dials.none(), SensorWindow.DEFAULT);
    }

    /**
     * The same impression, spoilt as the dials say. With {@link Dial#SCALE_ERROR} the picture has as many more or fewer pixels as
     * the sensor is finer or coarser than its window says, and the window's dpi as its label.
     *
     * @param number which impression, 0 or more
     */
    public FingerImage impression(int number, Dials dials, SensorWindow label) {
        Draws draws = Draws.of(seed, requireNumber(number));
        SensorWindow sensor = label.finer(1 + dials.at(Dial.SCALE_ERROR) / 100);
        FingerImage picture = new Impression(
                        master,
                        dials,
                        sensor,
                        draws,
                        dial -> Draws.of(seed, IMPRESSION_DIALS_STREAM + (long) number * Dial.STREAMS + dial.stream()),
                        dial -> Draws.of(seed, FINGER_DIALS_STREAM + dial.stream()))
                .picture();
        return FingerImage.of(sensor.widthPx(), sensor.heightPx(), label.dpi(), picture.pixels());
    }

    private static int requireNumber(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("impression number must be 0 or more: " + number);
        }
        return number;
    }
}
