package id.sidik.engine.ridges;

/**
 * How ridges run: orientation, period and how sure that is, on cells of {@link LocalSpectra#CELL_PX}.
 *
 * @param cos2 weighted cosine of twice the orientation; an orientation and its opposite are the same
 * @param sin2 likewise
 * @param periodBin of {@link WaveBins}, fractional
 * @param confidence share of the local power that lies near the wave found, 0 to 1
 * @param periodPx of the whole print, roughly: about which the periods of places were expected
 */
record RidgeFlow(Plane cos2, Plane sin2, Plane periodBin, Plane confidence, double periodPx) {
    /** Radians within a half turn, clockwise on a screen. */
    double orientationAt(double x, double y) {
        double cell = LocalSpectra.CELL_PX;
        double col = (x + 0.5) / cell - 0.5;
        double row = (y + 0.5) / cell - 0.5;
        double orientation = Math.atan2(sin2.between(col, row), cos2.between(col, row)) / 2;
        return orientation < 0 ? orientation + Math.PI : orientation;
    }

    double periodPxAt(double x, double y) {
        return WaveBins.periodPx(at(periodBin, x, y));
    }

    double confidenceAt(double x, double y) {
        return at(confidence, x, y);
    }

    private static double at(Plane plane, double x, double y) {
        double cell = LocalSpectra.CELL_PX;
        return plane.between((x + 0.5) / cell - 0.5, (y + 0.5) / cell - 0.5);
    }
}
