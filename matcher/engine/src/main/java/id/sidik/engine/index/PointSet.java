package id.sidik.engine.index;

import id.sidik.engine.kernel.NearestPoints;
import id.sidik.engine.template.SidikPayload;

/**
 * The best minutiae of a print as the index sees them: places in px from the middle of their bounding box, which does not depend
 * on where the print lies in its image, and directions. Scratch memory, filled again and again.
 */
final class PointSet {
    /** More are noise, and would cost every search. The extractor's best come first. */
    static final int POINTS_MAX = 60;

    /** A point that is in no print, far from all others: so that loops need not ask whether there is one. */
    static final int NOBODY = POINTS_MAX;

    /** Places are whole eighths of a px: half of a template's steps, since the middle may lie between two. */
    static final int EIGHTHS = 8;

    private static final float NOWHERE_PX = 20_000;

    /** Directions in a full turn, as a byte that wraps. */
    static final int DIRECTION_STEPS = 256;

    private static final float TURNS_PER_STEP = 1f / SidikPayload.DIRECTION_STEPS;
    private static final int STEPS_PER_DIRECTION = SidikPayload.DIRECTION_STEPS / DIRECTION_STEPS;

    private final float[] x = new float[POINTS_MAX + 1];
    private final float[] y = new float[POINTS_MAX + 1];
    private final float[] turns = new float[POINTS_MAX];
    private final int[] direction = new int[POINTS_MAX + 1];
    private final int[] eighthsX = new int[POINTS_MAX + NearestPoints.SLACK];
    private final int[] eighthsY = new int[POINTS_MAX + NearestPoints.SLACK];
    private int count;

    PointSet() {
        x[NOBODY] = NOWHERE_PX;
        y[NOBODY] = NOWHERE_PX;
    }

    /** @param payload as {@link SidikPayload} writes it */
    void fill(byte[] payload) {
        count = 0;
        SidikPayload.readPoints(payload, POINTS_MAX, this::add);
        centre();
    }

    private void add(float xPx, float yPx, int directionSteps) {
        x[count] = xPx;
        y[count] = yPx;
        turns[count] = directionSteps * TURNS_PER_STEP;
        direction[count++] = directionSteps / STEPS_PER_DIRECTION;
    }

    /** Compares rather than takes minima: floats' zeros and NaNs make these slow, and there are none here. */
    private void centre() {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (int point = 0; point < count; point++) {
            left = x[point] < left ? x[point] : left;
            right = x[point] > right ? x[point] : right;
            top = y[point] < top ? y[point] : top;
            bottom = y[point] > bottom ? y[point] : bottom;
        }
        for (int point = 0; point < count; point++) {
            x[point] -= (left + right) / 2;
            y[point] -= (top + bottom) / 2;
            eighthsX[point] = (int) (x[point] * EIGHTHS);
            eighthsY[point] = (int) (y[point] * EIGHTHS);
        }
    }

    /** By how many steps two directions differ, 0 to half of {@link #DIRECTION_STEPS}. */
    static int turn(int oneDirection, int anotherDirection) {
        return Math.abs((byte) (oneDirection - anotherDirection));
    }

    int count() {
        return count;
    }

    float x(int point) {
        return x[point];
    }

    float y(int point) {
        return y[point];
    }

    /** Of all points, and {@link NearestPoints#SLACK} that mean nothing. */
    int[] eighthsX() {
        return eighthsX;
    }

    int[] eighthsY() {
        return eighthsY;
    }

    /** Direction in turns, [0, 1). */
    float turns(int point) {
        return turns[point];
    }

    /** Direction in {@link #DIRECTION_STEPS}. */
    int direction(int point) {
        return direction[point];
    }

    float distance(int point, int other) {
        float dx = x[point] - x[other];
        float dy = y[point] - y[other];
        return (float) Math.sqrt(dx * dx + dy * dy);
    }
}
