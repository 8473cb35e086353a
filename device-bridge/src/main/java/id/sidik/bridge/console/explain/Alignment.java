package id.sidik.bridge.console.explain;

import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.ridges.RidgeAnalysis;
import java.util.Locale;

/**
 * How one print lies on the other, by the motion that a comparison found. Lengths are in pixels at 500 dpi.
 *
 * @param scale how much larger the first print is made before it is turned and moved
 */
record Alignment(double scale, double turnDeg, double shiftXPx, double shiftYPx) {
    static final double MM_PER_PX = 25.4 / 500;

    private static final int STEP_PX = 4;

    static Alignment of(Explanation explanation) {
        return new Alignment(
                explanation.probeScale(), explanation.turnDeg(), explanation.shiftXPx(), explanation.shiftYPx());
    }

    /** Where a place of the first print lies on the second. */
    double x(double x, double y) {
        return scale * (Math.cos(turn()) * x - Math.sin(turn()) * y) + shiftXPx;
    }

    double y(double x, double y) {
        return scale * (Math.sin(turn()) * x + Math.cos(turn()) * y) + shiftYPx;
    }

    private double turn() {
        return Math.toRadians(turnDeg);
    }

    /** As an SVG transform, from the first to the second. */
    String forward() {
        return String.format(
                Locale.ROOT, "translate(%.2f %.2f) rotate(%.3f) scale(%.4f)", shiftXPx, shiftYPx, turnDeg, scale);
    }

    /** As an SVG transform, from the second to the first. */
    String back() {
        return String.format(
                Locale.ROOT,
                "scale(%.4f) rotate(%.3f) translate(%.2f %.2f)",
                1 / scale,
                -turnDeg,
                -shiftXPx,
                -shiftYPx);
    }

    /** The area that both prints show. */
    double overlapMm2(Impression.Usable first, Impression.Usable second) {
        int places = 0;
        for (int y = STEP_PX / 2; y < first.features().heightPx(); y += STEP_PX) {
            for (int x = STEP_PX / 2; x < first.features().widthPx(); x += STEP_PX) {
                boolean isShared = first.analysis().isPrintAt(x, y)
                        && second.analysis().isPrintAt((int) Math.round(x(x, y)), (int) Math.round(y(x, y)));
                places += isShared ? 1 : 0;
            }
        }
        return places * areaMm2(STEP_PX) * scale * scale;
    }

    /** The area of one print. */
    static double areaMm2(Impression.Usable print) {
        RidgeAnalysis analysis = print.analysis();
        int places = 0;
        for (int y = STEP_PX / 2; y < print.features().heightPx(); y += STEP_PX) {
            for (int x = STEP_PX / 2; x < print.features().widthPx(); x += STEP_PX) {
                places += analysis.isPrintAt(x, y) ? 1 : 0;
            }
        }
        return places * areaMm2(STEP_PX);
    }

    private static double areaMm2(int sidePx) {
        return Math.pow(sidePx * MM_PER_PX, 2);
    }
}
