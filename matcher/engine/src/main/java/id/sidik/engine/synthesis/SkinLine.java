package id.sidik.engine.synthesis;

/**
 * A bent and slightly wavy line on the skin, and where places lie beside it: {@code along} from its middle, {@code across} to its left
 * (negative) or right, both in pixels at 500 dpi.
 */
final class SkinLine {
    private static final double BEND_MAX = 0.003;
    private static final double WOBBLE_PX = 1.5;
    private static final double WOBBLE_LENGTH_PX = 9;

    private final double centreX;
    private final double centreY;
    private final double cos;
    private final double sin;
    private final double bend;
    private final double wobblePhase;
    private final double halfLengthPx;

    /** Somewhere on the usual contact area, in any direction. */
    SkinLine(Draws draws, double lengthPxMin, double lengthPxMax) {
        double direction = draws.between(0, StrictMath.PI);
        centreX = ContactArea.CENTRE_X + draws.bell(50);
        centreY = ContactArea.CENTRE_Y + draws.bell(65);
        cos = StrictMath.cos(direction);
        sin = StrictMath.sin(direction);
        bend = draws.noise() * BEND_MAX;
        wobblePhase = draws.between(0, 2 * StrictMath.PI);
        halfLengthPx = draws.between(lengthPxMin, lengthPxMax) / 2;
    }

    double along(double x, double y) {
        return (x - centreX) * cos + (y - centreY) * sin;
    }

    double across(double x, double y) {
        double along = along(x, y);
        double wobble = WOBBLE_PX * StrictMath.sin(along / WOBBLE_LENGTH_PX + wobblePhase);
        return (y - centreY) * cos - (x - centreX) * sin - bend * along * along - wobble;
    }

    /** To the right of the line, seen along it. */
    double rightX() {
        return -sin;
    }

    double rightY() {
        return cos;
    }

    double alongX() {
        return cos;
    }

    double alongY() {
        return sin;
    }

    /** How much of the line there is so far along it: 1 in the middle, 0 at its ends and beyond. */
    double presence(double along) {
        double share = along / halfLengthPx;
        return Math.max(0, 1 - share * share);
    }
}
