package id.sidik.engine.index;

import id.sidik.engine.template.SidikPayload;
import java.util.Arrays;

/**
 * The best minutiae of a print as the index sees them: places in px from the middle of their bounding box, which does not depend
 * on where the print lies in its image, and directions. Scratch memory, filled again and again.
 */
final class PointSet {
    /** More are noise, and would cost every search. The extractor's best come first. */
    static final int POINTS_MAX = 60;

    /** Directions in a full turn, as a byte that wraps. */
    static final int DIRECTION_STEPS = 256;

    private static final float TURNS_PER_STEP = 1f / SidikPayload.DIRECTION_STEPS;
    private static final int STEPS_PER_DIRECTION = SidikPayload.DIRECTION_STEPS / DIRECTION_STEPS;

    private final float[] x = new float[POINTS_MAX];
    private final float[] y = new float[POINTS_MAX];
    private final float[] turns = new float[POINTS_MAX];
    private final int[] direction = new int[POINTS_MAX];
    private final byte[] byDirection = new byte[POINTS_MAX];
    private final byte[] firstOfDirection = new byte[DIRECTION_STEPS + 1];
    private int count;

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

    private void centre() {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (int point = 0; point < count; point++) {
            left = Math.min(left, x[point]);
            right = Math.max(right, x[point]);
            top = Math.min(top, y[point]);
            bottom = Math.max(bottom, y[point]);
        }
        for (int point = 0; point < count; point++) {
            x[point] -= (left + right) / 2;
            y[point] -= (top + bottom) / 2;
        }
    }

    /** So that those of like direction can be found: counting sort. */
    void sortByDirection() {
        Arrays.fill(firstOfDirection, (byte) 0);
        for (int point = 0; point < count; point++) {
            firstOfDirection[direction[point] + 1]++;
        }
        for (int step = 0; step < DIRECTION_STEPS; step++) {
            firstOfDirection[step + 1] += firstOfDirection[step];
        }
        byte[] next = firstOfDirection.clone();
        for (int point = 0; point < count; point++) {
            byDirection[next[direction[point]]++] = (byte) point;
        }
    }

    /** The first rank, once sorted, of points whose direction is at least this one, 0 to {@link #DIRECTION_STEPS}. */
    int rankFrom(int directionStep) {
        return firstOfDirection[directionStep];
    }

    int pointOfRank(int rank) {
        return byDirection[rank];
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
