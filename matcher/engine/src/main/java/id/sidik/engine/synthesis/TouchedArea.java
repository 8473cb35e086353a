package id.sidik.engine.synthesis;

/**
 * The part of the glass that a finger touches: an ellipse drawn a little towards its box, with a ragged border, cut off by the edges
 * of the glass.
 */
final class TouchedArea {
    /** 0 is an ellipse, 1 a box: of all touches that no edge cuts, 0.79 of their box is print. */
    private static final float BOXINESS = 0.25f;

    private static final double RAGGED_KNOT_PX = 30;
    private static final double RAGGED = 0.05;

    private final SensorKind.Glass glass;
    private final float centreX;
    private final float centreY;
    private final float halfWidthPx;
    private final float halfHeightPx;
    private final SmoothField raggedness;

    TouchedArea(
            Draws draws,
            SensorKind.Glass glass,
            double centreX,
            double centreY,
            double halfWidthPx,
            double halfHeightPx) {
        this.glass = glass;
        this.centreX = (float) centreX;
        this.centreY = (float) centreY;
        this.halfWidthPx = (float) halfWidthPx;
        this.halfHeightPx = (float) halfHeightPx;
        this.raggedness = new SmoothField(draws, glass.widthPx(), glass.heightPx(), RAGGED_KNOT_PX, RAGGED);
    }

    float centreX() {
        return centreX;
    }

    float centreY() {
        return centreY;
    }

    /** How far inside the touched area a place of the glass lies, in pixels and about; below 0 outside. */
    float depthPx(float x, float y) {
        float toEdge = Math.min(Math.min(x, glass.widthPx() - x), Math.min(y, glass.heightPx() - y));
        float u = (x - centreX) / halfWidthPx;
        float v = (y - centreY) / halfHeightPx;
        float square = u * u + v * v - BOXINESS * u * u * v * v;
        float radius = (float) Math.sqrt(square);
        if (radius < 1 - 3 * RAGGED) {
            return Math.min(toEdge, (1 - radius) * halfWidthPx);
        }
        return Math.min(toEdge, (1 + (float) raggedness.at(x, y) - radius) * halfWidthPx);
    }
}
