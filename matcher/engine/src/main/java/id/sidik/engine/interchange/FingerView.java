package id.sidik.engine.interchange;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.template.FingerPosition;

/**
 * One impression of a record.
 *
 * @param number which impression of that finger, from 0 to {@link #NUMBER_MAX}
 * @param quality 0 to 100, or {@link #QUALITY_UNKNOWN}
 */
public record FingerView(FingerPosition position, int number, int quality, FingerFeatures features) {
    /** Records have four bits for it. */
    public static final int NUMBER_MAX = 15;

    public static final int QUALITY_MAX = 100;
    public static final int QUALITY_UNKNOWN = -1;

    public FingerView {
        if (number < 0 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("A view has a number from 0 to " + NUMBER_MAX + ", not " + number);
        }
        if (quality < QUALITY_UNKNOWN || quality > QUALITY_MAX) {
            throw new IllegalArgumentException("A quality is 0 to 100, or -1 if unknown, not " + quality);
        }
    }
}
