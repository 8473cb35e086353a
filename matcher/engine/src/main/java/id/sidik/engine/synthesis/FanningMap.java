package id.sidik.engine.synthesis;

/**
 * Where on a rectangle of skin ridges fan out, and which way, on a grid of square cells. Where they do, new ridges must begin: real
 * minutiae stand four times as dense there and nine of ten point the way of the fan ({@code ./sidik bench realism --statistics}).
 */
final class FanningMap {
    private static final float CELL_PX = 14;
    private static final float HALF_TURN = (float) StrictMath.PI;

    private final float left;
    private final float top;
    private final int cols;
    private final float[] right;
    private final float[] down;
    private final float[] weightUpTo;

    /**
     * @param plainWeight of a cell in which ridges run parallel
     * @param weightPerFanning what a radian a pixel adds to that, up to {@code weightMax}
     */
    FanningMap(
            SkinFlow flow,
            float centreX,
            float centreY,
            float halfWidthPx,
            float halfHeightPx,
            float plainWeight,
            float weightPerFanning,
            float weightMax) {
        cols = Math.max(1, Math.round(2 * halfWidthPx / CELL_PX));
        int rows = Math.max(1, Math.round(2 * halfHeightPx / CELL_PX));
        left = centreX - cols * CELL_PX / 2;
        top = centreY - rows * CELL_PX / 2;
        right = new float[cols * rows];
        down = new float[cols * rows];
        weightUpTo = new float[cols * rows + 1];
        float[] direction = directions(flow, rows);
        int stride = cols + 2;
        for (int cell = 0; cell < right.length; cell++) {
            int node = (cell / cols + 1) * stride + cell % cols + 1;
            float sin = sinModuloHalfTurn(direction[node]);
            float cos = (float) Math.sqrt(1 - sin * sin);
            float turnRight = turn(direction[node - 1], direction[node + 1]);
            float turnDown = turn(direction[node - stride], direction[node + stride]);
            float fanning = (cos * turnDown - sin * turnRight) / (2 * CELL_PX);
            right[cell] = fanning * cos;
            down[cell] = fanning * sin;
            float weight = Math.min(weightMax, plainWeight + weightPerFanning * Math.abs(fanning));
            weightUpTo[cell + 1] = weightUpTo[cell] + weight;
        }
    }

    /** Of the middles of all cells, and of one more row and column on each side. */
    private float[] directions(SkinFlow flow, int rows) {
        int stride = cols + 2;
        float[] direction = new float[stride * (rows + 2)];
        for (int node = 0; node < direction.length; node++) {
            int row = node / stride;
            int col = node % stride;
            direction[node] = flow.at(left + (col - 0.5f) * CELL_PX, top + (row - 0.5f) * CELL_PX);
        }
        return direction;
    }

    /** The short way round, orientations having no sense. */
    private static float turn(float from, float to) {
        float turn = to - from;
        return turn - HALF_TURN * Math.round(turn / HALF_TURN);
    }

    /** Of the angle between ±90° that differs by half turns; within 0.0002. The cosine of that angle is not negative. */
    private static float sinModuloHalfTurn(float radians) {
        float angle = radians - HALF_TURN * Math.round(radians / HALF_TURN);
        float square = angle * angle;
        float sin = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)));
        return Math.clamp(sin, -1f, 1f);
    }

    /** A cell, as often as it weighs. O(log cells). */
    int drawCell(Draws draws) {
        float target = (float) draws.between(0, weightUpTo[right.length]);
        int low = 0;
        int high = right.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weightUpTo[middle + 1] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Some place in a cell. */
    float drawX(Draws draws, int cell) {
        int col = cell % cols;
        return left + (col + (float) draws.between(0, 1)) * CELL_PX;
    }

    float drawY(Draws draws, int cell) {
        int row = cell / cols;
        return top + (row + (float) draws.between(0, 1)) * CELL_PX;
    }

    /** How fast ridges of a cell fan out on the way of a unit vector that runs along them, in radians a pixel. */
    float fanning(int cell, float cosDirection, float sinDirection) {
        return right[cell] * cosDirection + down[cell] * sinDirection;
    }
}
