package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.CodePlanes.SECTIONS;
import static id.sidik.engine.kernel.NeighbourTable.SIDE;

import java.util.Arrays;

/** {@link NeighbourCells}, row by row. */
public final class ScalarNeighbourCells {
    private ScalarNeighbourCells() {}

    /** As {@link NeighbourCells#find}. */
    public static void find(NeighbourTable neighbours, float[] sections, float least, long[] words) {
        Arrays.fill(words, 0, SECTIONS, 0);
        float[] weights = neighbours.weights;
        for (int row = 0; row < SIDE; row++) {
            Arrays.fill(weights, 0);
            for (int each = 0; each < neighbours.countInRow[row]; each++) {
                int neighbour = neighbours.inRow[row * neighbours.capacity + each];
                float rowWeight = neighbours.rows[neighbour * SIDE + row];
                for (int col = 0; col < SIDE; col++) {
                    float cell = rowWeight * neighbours.cols[neighbour * SIDE + col];
                    for (int section = 0; cell != 0 && section < SECTIONS; section++) {
                        weights[section * SIDE + col] +=
                                cell * sections[neighbours.turned[neighbour] * SECTIONS + section];
                    }
                }
            }
            for (int each = 0; each < SECTIONS * SIDE; each++) {
                words[each / SIDE] |= weights[each] >= least ? 1L << (row * SIDE + each % SIDE) : 0;
            }
        }
    }
}
