package id.sidik.engine.synthesis;

/**
 * The same ridges as {@link OrientationField} has, evaluated only where somebody asks and some five times as fast, for millions of
 * fingers of which nobody wants a picture: angles are clockwise as seen on the picture, y downwards, within 0.001 rad, in float and
 * with sines by addition theorems. The same on every machine.
 */
final class SkinFlow {
    private static final float HALF_TURN = (float) StrictMath.PI;

    /** How the ridges of a finger leave the flow of its pattern: less than in pictures, whose extraction smooths what they have. */
    private static final double WANDER_KNOT_PX = 38;

    private static final double WANDER_RAD = 0.08;

    /** How much further below their core deltas lie than in pictures, fitted as {@link SensorKind#scale} is. */
    private static final double DELTA_DEPTH = 1.15;

    private final RidgePattern pattern;
    private final SmoothField wander;
    private final float[] pointX;
    private final float[] pointY;
    private final float[] sign;
    private final float[] bend1Sin;
    private final float[] bend1Cos;
    private final float[] bend2Sin;
    private final float[] bend2Cos;
    private final float tipX;
    private final float tipY;
    private final float tipSlope;

    private SkinFlow(RidgePattern pattern, SmoothField wander) {
        this.pattern = pattern;
        this.wander = wander;
        int points =
                pattern instanceof RidgePattern.ZeroPole pole ? pole.points().size() : 0;
        this.pointX = new float[points];
        this.pointY = new float[points];
        this.sign = new float[points];
        this.bend1Sin = new float[points];
        this.bend1Cos = new float[points];
        this.bend2Sin = new float[points];
        this.bend2Cos = new float[points];
        if (pattern instanceof RidgePattern.ZeroPole pole) {
            this.tipX = (float) pole.x();
            this.tipY = (float) pole.y();
            this.tipSlope = (float) pole.tipSlopeRad();
            for (int point = 0; point < points; point++) {
                take(point, pole.points().get(point));
            }
        } else {
            this.tipX = 0;
            this.tipY = 1;
            this.tipSlope = 0;
        }
    }

    private void take(int point, RidgePattern.Singularity from) {
        pointX[point] = (float) from.x();
        pointY[point] = (float) (from.sign() > 0 ? from.y() : tipY + DELTA_DEPTH * (from.y() - tipY));
        sign[point] = from.sign();
        bend1Sin[point] = (float) (from.bend1Rad() * StrictMath.sin(from.phase1Rad()));
        bend1Cos[point] = (float) (from.bend1Rad() * StrictMath.cos(from.phase1Rad()));
        bend2Sin[point] = (float) (from.bend2Rad() * StrictMath.sin(from.phase2Rad()));
        bend2Cos[point] = (float) (from.bend2Rad() * StrictMath.cos(from.phase2Rad()));
    }

    static SkinFlow draw(Draws draws, PatternClass pattern) {
        RidgePattern flow = RidgePattern.draw(draws, pattern, MasterPrint.WIDTH_PX / 2.0, MasterPrint.HEIGHT_PX);
        SmoothField wander =
                new SmoothField(draws, MasterPrint.WIDTH_PX, MasterPrint.HEIGHT_PX, WANDER_KNOT_PX, WANDER_RAD);
        return new SkinFlow(flow, wander);
    }

    /** Direction of the ridges at a place of the fingertip, any multiple of pi added. */
    float at(float x, float y) {
        double own = wander.at(x, y);
        return -(float) (own + (pointX.length == 0 ? pattern.at(x, y) : aroundPoints(x, y)));
    }

    private float aroundPoints(float x, float y) {
        float sum = 0;
        for (int point = 0; point < pointX.length; point++) {
            float right = x - pointX[point];
            float up = pointY[point] - y;
            float inverse = 1 / (float) Math.sqrt(right * right + up * up + 1e-6f);
            float cos = right * inverse;
            float sin = up * inverse;
            float bend = bend1Cos[point] * sin
                    + bend1Sin[point] * cos
                    + bend2Cos[point] * 2 * sin * cos
                    + bend2Sin[point] * (cos * cos - sin * sin);
            sum += sign[point] * (angle(sin, cos) + bend);
        }
        float across = Math.clamp((x - tipX) / (float) RidgePattern.TIP_HALF_WIDTH_PX, -1f, 1f);
        float up = Math.clamp((tipY - y) / tipY, 0f, 1f);
        return sum / 2 - tipSlope * across * up;
    }

    /** Angle of a unit vector by a polynomial, within 0.0002 rad: Abramowitz and Stegun, 4.4.49. */
    static float angle(float sin, float cos) {
        float absSin = Math.abs(sin);
        float absCos = Math.abs(cos);
        float ratio = Math.min(absSin, absCos) / Math.max(absSin, absCos);
        float square = ratio * ratio;
        float octant = ratio
                * (0.9998660f
                        + square
                                * (-0.3302995f + square * (0.1801410f + square * (-0.0851330f + square * 0.0208351f))));
        float quadrant = absSin > absCos ? HALF_TURN / 2 - octant : octant;
        float half = cos < 0 ? HALF_TURN - quadrant : quadrant;
        return sin < 0 ? -half : half;
    }
}
