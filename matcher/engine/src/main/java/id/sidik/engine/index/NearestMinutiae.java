package id.sidik.engine.index;

import java.util.Arrays;

/**
 * Which minutia of a probe lies nearest to a place, among those of about a direction: a table over places and directions, so that a
 * pairing looks each minutia of a reference up once, wherever the reference was laid. Coarse: whoever looks up measures again. 128 kB;
 * immutable.
 */
final class NearestMinutiae {
    private static final int CELL_PX = 8;
    private static final int SIDE_CELLS = 64;

    /** Places are counted from the middle of the print. */
    private static final int MIDDLE_PX = SIDE_CELLS * CELL_PX / 2;

    private static final int DIRECTION_CELLS = 32;
    private static final int STEPS_PER_CELL = PointSet.DIRECTION_STEPS / DIRECTION_CELLS;

    private final byte[] nearest = new byte[DIRECTION_CELLS * SIDE_CELLS * SIDE_CELLS];

    /**
     * The table of a print. O(minutiae × cells within reach).
     *
     * @param reachPx from a place to the farthest minutia that it finds
     * @param turnMax by how many direction steps that minutia may be turned
     */
    NearestMinutiae(PointSet points, float reachPx, int turnMax) {
        Arrays.fill(nearest, (byte) PointSet.NOBODY);
        float[] squares = new float[SIDE_CELLS * SIDE_CELLS];
        for (int direction = 0; direction < DIRECTION_CELLS; direction++) {
            Arrays.fill(squares, Float.MAX_VALUE);
            int middle = direction * STEPS_PER_CELL + STEPS_PER_CELL / 2;
            for (int point = 0; point < points.count(); point++) {
                if (PointSet.turn(points.direction(point), middle) <= turnMax + STEPS_PER_CELL / 2) {
                    spread(points, point, direction * SIDE_CELLS * SIDE_CELLS, reachPx + CELL_PX / 2f, squares);
                }
            }
        }
    }

    private void spread(PointSet points, int point, int table, float reachPx, float[] squares) {
        float x = points.x(point) + MIDDLE_PX;
        float y = points.y(point) + MIDDLE_PX;
        int left = Math.max(0, (int) ((x - reachPx) / CELL_PX));
        int right = Math.min(SIDE_CELLS - 1, (int) ((x + reachPx) / CELL_PX));
        int top = Math.max(0, (int) ((y - reachPx) / CELL_PX));
        int bottom = Math.min(SIDE_CELLS - 1, (int) ((y + reachPx) / CELL_PX));
        for (int row = top; row <= bottom; row++) {
            float dy = (row + 0.5f) * CELL_PX - y;
            for (int col = left; col <= right; col++) {
                float dx = (col + 0.5f) * CELL_PX - x;
                int cell = row * SIDE_CELLS + col;
                if (dx * dx + dy * dy < squares[cell]) {
                    squares[cell] = dx * dx + dy * dy;
                    nearest[table + cell] = (byte) point;
                }
            }
        }
    }

    /** The number of a minutia, or {@link PointSet#NOBODY}, also where no print reaches: 256 px from the middle. */
    int at(float xPx, float yPx, int direction) {
        int col = (int) (xPx + MIDDLE_PX) / CELL_PX;
        int row = (int) (yPx + MIDDLE_PX) / CELL_PX;
        if (((col | row) & -SIDE_CELLS) != 0) {
            return PointSet.NOBODY;
        }
        return nearest[(direction / STEPS_PER_CELL * SIDE_CELLS + row) * SIDE_CELLS + col];
    }
}
