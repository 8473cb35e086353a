package id.sidik.engine.synthesis;

/**
 * The glass of a sensor.
 *
 * @param widthPx columns, 64 to 1024
 * @param heightPx rows, 64 to 1024
 * @param dpi pixels per inch, 250 to 1000
 */
public record SensorWindow(int widthPx, int heightPx, double dpi) {
    /** A small serial optical sensor of the usual kind: 13.0 by 14.6 mm. */
    public static final SensorWindow DEFAULT = new SensorWindow(256, 288, 500);

    private static final int SIDE_PX_MIN = 64;
    private static final int SIDE_PX_MAX = 1024;
    private static final double DPI_MIN = 250;
    private static final double DPI_MAX = 1000;

    public SensorWindow {
        requireSide("widthPx", widthPx);
        requireSide("heightPx", heightPx);
        if (!(dpi >= DPI_MIN && dpi <= DPI_MAX)) {
            throw new IllegalArgumentException("dpi must be in [250, 1000]: " + dpi);
        }
    }

    /** The same glass with more (above 1) or fewer pixels. */
    SensorWindow finer(double factor) {
        return new SensorWindow((int) Math.round(widthPx * factor), (int) Math.round(heightPx * factor), dpi * factor);
    }

    private static void requireSide(String name, int px) {
        if (px < SIDE_PX_MIN || px > SIDE_PX_MAX) {
            throw new IllegalArgumentException(name + " must be in [64, 1024]: " + px);
        }
    }
}
