package id.sidik.engine.comparison;

/** A Gaussian of 1 in the middle by straight lines between known values: off by less than a float is rounded, and faster than {@code exp}. */
final class Gaussian {
    private static final int STEPS_PER_PX = 128;

    private final float[] known;
    private final float reachPx;

    /** @param reachPx beyond this distance it is taken as 0 */
    Gaussian(double deviationPx, float reachPx) {
        this.reachPx = reachPx;
        this.known = new float[(int) (reachPx * STEPS_PER_PX) + 2];
        for (int step = 0; step < known.length; step++) {
            double deviations = step / (STEPS_PER_PX * deviationPx);
            known[step] = (float) Math.exp(-deviations * deviations / 2);
        }
    }

    float at(float offsetPx) {
        float distancePx = Math.abs(offsetPx);
        if (!(distancePx <= reachPx)) {
            return 0;
        }
        float steps = distancePx * STEPS_PER_PX;
        int step = (int) steps;
        return known[step] + (steps - step) * (known[step + 1] - known[step]);
    }
}
