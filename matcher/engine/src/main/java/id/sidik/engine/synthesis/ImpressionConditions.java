package id.sidik.engine.synthesis;

/**
 * How a finger is put on the glass, once.
 *
 * @param rotationDeg how far the finger is turned clockwise
 * @param shiftXPx where the finger lies beside the middle of the glass, to the right, at 500 dpi
 * @param shiftYPx the same downwards
 * @param contact share of the fingertip's usual contact ellipse that touches, measured along its axes
 * @param moisture -1 (dry: thin, broken ridges) to 1 (wet: thick ridges that run together)
 * @param dragPx how far the skin is dragged over the glass before it comes to rest, which distorts it
 * @param noise 0 (a clean sensor) to 1
 */
record ImpressionConditions(
        double rotationDeg,
        double shiftXPx,
        double shiftYPx,
        double contact,
        double moisture,
        double dragPx,
        double noise) {
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

    /** The same, but turned to one side and laid down elsewhere. */
    ImpressionConditions moved(Draws draws, double degrees, double px) {
        double direction = draws.between(0, 2 * StrictMath.PI);
        double turn = draws.chance(0.5) ? degrees : -degrees;
        return new ImpressionConditions(
                rotationDeg + turn,
                shiftXPx + px * StrictMath.cos(direction),
                shiftYPx + px * StrictMath.sin(direction),
                contact,
                moisture,
                dragPx,
                noise);
    }
}
