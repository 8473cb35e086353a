package id.sidik.engine.comparison;

/** Angles as whole 256ths of a turn: a byte wraps where a turn does, and sines come from a table. */
final class Angles {
    static final int TURN = 256;

    private static final int MASK = TURN - 1;
    private static final double RADIANS_PER_STEP = 2 * Math.PI / TURN;
    private static final float[] SINES = sines();

    private Angles() {}

    static int ofRadians(double radians) {
        return (int) Math.round(radians / RADIANS_PER_STEP) & MASK;
    }

    static float cos(int angle) {
        return SINES[(angle + TURN / 4) & MASK];
    }

    static float sin(int angle) {
        return SINES[angle & MASK];
    }

    /** The smaller of the two angles between two directions: 0 to a half turn. */
    static int between(int direction, int other) {
        return Math.abs((byte) (direction - other));
    }

    private static float[] sines() {
        float[] sines = new float[TURN];
        for (int angle = 0; angle < TURN; angle++) {
            sines[angle] = (float) Math.sin(angle * RADIANS_PER_STEP);
        }
        return sines;
    }
}
