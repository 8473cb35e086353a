package id.sidik.engine.synthesis;

/**
 * A healed cut: a band of smooth tissue that touches in blots, whose two sides have grown together out of step and drawn the
 * ridges towards it.
 */
final class Scar {
    private static final double LENGTH_PX_MIN = 60;
    private static final double LENGTH_PX_MAX = 170;
    private static final double REACH_PX = 22;
    private static final double OFFSET_PX_MAX = 5;
    private static final double PULL_PX_MAX = 4;
    private static final double DEPTH = 1.8;
    private static final double BLOT_KNOT_PX = 3;
    private static final double BLOT = 0.9;

    private final SkinLine line;
    private final double halfWidthPx;
    private final double offsetPx;
    private final double pullPx;
    private final SmoothField blots;

    Scar(Draws draws) {
        line = new SkinLine(draws, LENGTH_PX_MIN, LENGTH_PX_MAX);
        halfWidthPx = draws.between(3, 7);
        offsetPx = draws.noise() * OFFSET_PX_MAX;
        pullPx = draws.between(0, PULL_PX_MAX);
        blots = new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, BLOT_KNOT_PX, BLOT);
    }

    /** How far the skin at a place has moved to the right since it was whole. */
    double rightPx(double x, double y) {
        double side = sideAt(x, y);
        return side * (offsetPx * line.alongX() - pullPx * line.rightX());
    }

    /** How far the skin at a place has moved down since it was whole. */
    double downPx(double x, double y) {
        double side = sideAt(x, y);
        return side * (offsetPx * line.alongY() - pullPx * line.rightY());
    }

    /** How deep the skin lies at a place because of this scar, 0 or more; heights of ridges are -1 to 1. */
    double depthAt(double x, double y) {
        double width = halfWidthPx * line.presence(line.along(x, y));
        double inside = width - Math.abs(line.across(x, y));
        return inside <= 0 ? 0 : Math.clamp(inside, 0, 1) * Math.max(0, DEPTH + blots.at(x, y));
    }

    /** -1 to 1: which side of the scar, and how near: fades to 0 away from it, and changes sign across it. */
    private double sideAt(double x, double y) {
        double across = line.across(x, y);
        double step = Math.clamp(across / halfWidthPx, -1, 1);
        return step * line.presence(line.along(x, y)) * Math.max(0, 1 - Math.abs(across) / (3 * REACH_PX));
    }
}
