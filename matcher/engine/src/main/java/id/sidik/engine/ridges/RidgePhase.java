package id.sidik.engine.ridges;

import id.sidik.engine.features.RidgeField;

/** Where in a ridge period a place lies: the phase of the wave that fits the filtered ridges around it best. Some 1 µs a place. */
final class RidgePhase {
    /** Two or three ridges; further away they bend. */
    private static final int REACH_PX = 12;

    private static final float[] WEIGHTS = Plane.gaussian(REACH_PX / 2.0);

    private RidgePhase() {}

    /**
     * A phase of {@link RidgeField}.
     *
     * @param step of the ridges' orientation there
     */
    static byte at(Plane ridges, int x, int y, int step, double periodPx) {
        double turnRight = 2 * Math.PI / periodPx * RidgeField.acrossPx(step, 1, 0);
        double turnDown = 2 * Math.PI / periodPx * RidgeField.acrossPx(step, 0, 1);
        double cosRight = Math.cos(turnRight);
        double sinRight = Math.sin(turnRight);
        double re = 0;
        double im = 0;
        for (int dy = Math.max(-REACH_PX, -y); dy <= Math.min(REACH_PX, ridges.height - 1 - y); dy++) {
            double turn = turnDown * dy - turnRight * REACH_PX;
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            for (int dx = -REACH_PX; dx <= REACH_PX; dx++) {
                if (x + dx >= 0 && x + dx < ridges.width) {
                    float seen = ridges.values[(y + dy) * ridges.width + x + dx]
                            * WEIGHTS[Math.abs(dx)]
                            * WEIGHTS[Math.abs(dy)];
                    re += seen * cos;
                    im -= seen * sin;
                }
                double next = cos * cosRight - sin * sinRight;
                sin = sin * cosRight + cos * sinRight;
                cos = next;
            }
        }
        return RidgeField.phaseOf(Math.atan2(im, re) / (2 * Math.PI));
    }
}
