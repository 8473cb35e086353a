package id.sidik.engine.synthesis;

/** The part of the fingertip that touches the glass: an ellipse with a ragged border, over which ridges fade. */
final class ContactArea {
    static final double CENTRE_X = MasterPrint.WIDTH_PX / 2.0;
    static final double CENTRE_Y = 0.47 * MasterPrint.HEIGHT_PX;

    private static final double HALF_WIDTH_PX = 120;
    private static final double HALF_HEIGHT_PX = 152;
    private static final double RAGGED_KNOT_PX = 14;
    private static final double RAGGED = 0.05;
    private static final double FADE_PX = 14;

    private final double extent;
    private final SmoothField raggedness;

    /** @param extent length of the half axes, as a multiple of the usual */
    ContactArea(Draws draws, double extent) {
        this.extent = extent;
        this.raggedness = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, RAGGED_KNOT_PX, RAGGED);
    }

    /** How far the touch has faded at a place of the fingertip: 0 well inside, 1 at the border, 2 where nothing touches. */
    double fadeAt(double x, double y) {
        double u = across(x);
        double v = down(y);
        double radius = Math.sqrt(u * u + v * v) + raggedness.at(x, y);
        return fade(radius - extent);
    }

    /** Place relative to the centre, as a multiple of the usual half axis. */
    static double across(double x) {
        return (x - CENTRE_X) / HALF_WIDTH_PX;
    }

    static double down(double y) {
        return (y - CENTRE_Y) / HALF_HEIGHT_PX;
    }

    /** How far a touch has faded, given how far beyond its border, as a multiple of the usual half axis. */
    static double fade(double beyond) {
        return Math.clamp(1 + beyond * HALF_WIDTH_PX / FADE_PX, 0, 2);
    }
}
