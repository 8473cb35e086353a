package id.sidik.engine.synthesis;

/** A furrow across the ridges: a white line that is widest in its middle. */
final class Crease {
    private static final double LENGTH_PX_MIN = 50;
    private static final double LENGTH_PX_MAX = 180;

    /** Deeper than any ridge is high, so that nothing in it touches. */
    private static final double DEPTH = 2.5;

    private final SkinLine line;
    private final double halfWidthPx;

    Crease(Draws draws) {
        line = new SkinLine(draws, LENGTH_PX_MIN, LENGTH_PX_MAX);
        halfWidthPx = draws.between(0.6, 1.6);
    }

    /** How deep the skin lies at a place because of this crease, 0 or more; heights of ridges are -1 to 1. */
    double depthAt(double x, double y) {
        double presence = line.presence(line.along(x, y));
        if (presence == 0) {
            return 0;
        }
        double inside = halfWidthPx * presence - Math.abs(line.across(x, y));
        return DEPTH * Math.clamp(inside + 0.5, 0, 1); // an edge of one pixel
    }
}
