package id.sidik.engine.synthesis;

/**
 * How well the skin wets the glass at each pixel: dry skin leaves thin ridges with gaps, wet skin thick ones that run
 * together.
 */
final class Touch {
    /** Steepness of the change from valley to ridge; moderate, so that four bits of grey still show the slope. */
    private static final double STEEPNESS = 0.9;

    private static final double PRESSURE_KNOT_PX = 45;
    private static final double PRESSURE = 0.16;

    private final double thickness;
    private final double gaps;
    private final double blots;
    private final SmoothField pressure;
    private final float[] fineGrain;
    private final float[] coarseGrain;

    Touch(Draws draws, ImpressionConditions conditions, SensorWindow sensor) {
        double dryness = Math.max(0, -conditions.moisture());
        double wetness = Math.max(0, conditions.moisture());
        this.thickness = 0.05 + 0.45 * conditions.moisture();
        this.gaps = 0.10 + 0.25 * conditions.noise() + 0.45 * dryness;
        this.blots = 0.10 + 0.15 * conditions.noise() + 0.25 * wetness;
        this.pressure = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, PRESSURE_KNOT_PX, PRESSURE);
        this.fineGrain = Texture.grain(draws, sensor.widthPx(), sensor.heightPx(), 1);
        this.coarseGrain = Texture.grain(draws, sensor.widthPx(), sensor.heightPx(), 3);
    }

    /**
     * How much of the glass a pixel sees wetted, 0 to 1.
     *
     * @param skinHeight -1 to 1, from {@link MasterPrint#ridgeAt}
     * @param fade 0 to 2, from {@link ContactArea#fadeAt}
     * @param pixel place in the sensor's row-major picture; (x, y) is the same place on the fingertip
     */
    double wetted(double skinHeight, double fade, double x, double y, int pixel) {
        double grain = gaps * fineGrain[pixel] + blots * coarseGrain[pixel];
        double lift = fade * (0.9 + 0.25 * fineGrain[pixel]);
        double height = skinHeight + thickness + pressure.at(x, y) + grain - lift;
        return Math.clamp(0.5 + STEEPNESS * height, 0, 1);
    }
}
