package id.sidik.engine.synthesis;

/**
 * Too little or too much sweat between skin and glass. Dry skin touches at the tops of its ridges only, and leaves them
 * broken; wet skin fills valleys. Both come in patches as large as several ridges, and in grains finer than one.
 */
final class Moisture {
    private static final double PATCH_KNOT_PX = 30;
    private static final double PATCH = 0.3;
    private static final double BREAK_RADIUS_PX = 1.5;
    private static final double BLOT_RADIUS_PX = 3;

    /** What no lack and no flood of sweat exceeds, since some patches stay as they are. */
    private static final double DRY_SHARE_MAX = 0.76;

    private static final double WET_SHARE_MAX = 0.83;

    /** Depths of sweat, where ridges are from -1 to 1 high. */
    private final double dryness;

    private final double wetness;
    private final SmoothField patches;
    private final float[] breaks;
    private final float[] blots;

    /**
     * @param dryness share of the ridges' ink that is lost, 0 to 0.6
     * @param wetness share of the valleys that is filled, 0 to 0.6
     */
    Moisture(Draws draws, double dryness, double wetness, SensorWindow sensor) {
        this.dryness = depthFor(dryness, DRY_SHARE_MAX);
        this.wetness = depthFor(wetness, WET_SHARE_MAX);
        patches = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, PATCH_KNOT_PX, PATCH);
        breaks = grain(draws, dryness, sensor, BREAK_RADIUS_PX);
        blots = grain(draws, wetness, sensor, BLOT_RADIUS_PX);
    }

    /** What it adds to the height of the skin, where ridges reach from -1 to 1; (x, y) is the pixel's place on the fingertip. */
    double heightAt(double x, double y, int pixel) {
        double height = 0;
        if (dryness > 0) {
            height -= dryness * Math.max(0, 0.6 + patches.at(x, y) + 0.9 * breaks[pixel]);
        }
        if (wetness > 0) {
            height += wetness * Math.max(0, 0.7 + patches.at(x, y) + 0.8 * blots[pixel]);
        }
        return height;
    }

    /** Fitted to the shares that twelve fingers showed at depths up to 3. */
    private static double depthFor(double share, double shareMax) {
        double near = share / shareMax;
        return 1.6 * share / (1 - near * near * near);
    }

    private static float[] grain(Draws draws, double strength, SensorWindow sensor, double radiusPx) {
        int radius = (int) Math.round(radiusPx * sensor.dpi() / MasterPrint.DPI);
        return strength == 0 ? new float[0] : Texture.grain(draws, sensor.widthPx(), sensor.heightPx(), radius);
    }
}
