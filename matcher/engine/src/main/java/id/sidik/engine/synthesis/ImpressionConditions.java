package id.sidik.engine.synthesis;

/**
 * How a finger is put on the glass, once.
 *
 * @param rotationDeg how far the finger is turned clockwise, -180 to 180
 * @param shiftXPx where the finger lies beside the middle of the glass, to the right, at 500 dpi, -200 to 200
 * @param shiftYPx the same downwards, -200 to 200
 * @param contact share of the fingertip's usual contact ellipse that touches, measured along its axes, 0.3 to 1.3
 * @param moisture -1 (dry: thin, broken ridges) to 1 (wet: thick ridges that run together)
 * @param dragPx how far the skin is dragged over the glass before it comes to rest, which distorts it, 0 to 30
 * @param noise 0 (a clean sensor) to 1
 */
public record ImpressionConditions(
        double rotationDeg,
        double shiftXPx,
        double shiftYPx,
        double contact,
        double moisture,
        double dragPx,
        double noise) {
    public ImpressionConditions {
        require("rotationDeg", rotationDeg, -180, 180);
        require("shiftXPx", shiftXPx, -200, 200);
        require("shiftYPx", shiftYPx, -200, 200);
        require("contact", contact, 0.3, 1.3);
        require("moisture", moisture, -1, 1);
        require("dragPx", dragPx, 0, 30);
        require("noise", noise, 0, 1);
    }

    /** A finger laid down straight, in the middle, on a clean sensor. */
    public static ImpressionConditions clean() {
        return new ImpressionConditions(0, 0, 0, 1, 0, 0, 0.15);
    }

    public static ImpressionConditions dry() {
        return new ImpressionConditions(0, 0, 0, 1, -0.8, 3, 0.4);
    }

    public static ImpressionConditions wet() {
        return new ImpressionConditions(0, 0, 0, 1, 0.8, 3, 0.4);
    }

    /** Only about a third of the usual area touches. */
    public static ImpressionConditions partial() {
        return new ImpressionConditions(0, 0, 0, 0.6, 0, 3, 0.3);
    }

    public static ImpressionConditions rotated(double rotationDeg) {
        return new ImpressionConditions(rotationDeg, 0, 0, 1, 0, 3, 0.3);
    }

    public static ImpressionConditions distorted() {
        return new ImpressionConditions(0, 0, 0, 1, 0, 14, 0.3);
    }

    /** What an attended counter sees on an ordinary day: mostly straight, rarely far off, somewhat dry or wet. */
    static ImpressionConditions moderate(Draws draws) {
        boolean careless = draws.chance(0.1);
        return new ImpressionConditions(
                draws.bell(careless ? 12 : 6),
                draws.bell(8),
                draws.bell(10),
                draws.between(0.85, 1.1),
                Math.clamp(draws.bell(0.3), -0.8, 0.8),
                draws.between(0, 6),
                draws.between(0.15, 0.45));
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "]: " + value);
        }
    }
}
