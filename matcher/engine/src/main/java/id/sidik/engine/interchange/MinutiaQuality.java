package id.sidik.engine.interchange;

import id.sidik.engine.features.Minutiae;

/** Percent, as the standards have it, and the 63 grades of {@link Minutiae}; 0 means unknown on both sides. */
final class MinutiaQuality {
    private static final int PERCENT_MAX = 100;

    private MinutiaQuality() {}

    /** The grade nearest to a percentage of at least 1; unknown for 0 and for the codes beyond 100. */
    static int ofPercent(int percent) {
        return percent == 0 || percent > PERCENT_MAX
                ? 0
                : Math.max(1, Math.round((float) percent * Minutiae.QUALITY_MAX / PERCENT_MAX));
    }

    static int toPercent(int quality) {
        return Math.round((float) quality * PERCENT_MAX / Minutiae.QUALITY_MAX);
    }
}
