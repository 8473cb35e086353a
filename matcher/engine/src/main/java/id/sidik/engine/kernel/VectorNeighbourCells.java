package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.CodePlanes.SECTIONS;
import static id.sidik.engine.kernel.Lanes.ROW;
import static id.sidik.engine.kernel.NeighbourTable.SIDE;
import static jdk.incubator.vector.VectorOperators.GE;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** {@link NeighbourCells} with a column in each lane. A column out of reach gets a zero more, which changes nothing. */
public final class VectorNeighbourCells {
    private VectorNeighbourCells() {}

    /** As {@link NeighbourCells#find}. */
    public static void find(NeighbourTable neighbours, float[] sections, float least, long[] words) {
        Arrays.fill(words, 0, SECTIONS, 0);
        for (int row = 0; row < SIDE; row++) {
            if (neighbours.countInRow[row] > 0) {
                for (int col = 0; col < SIDE; col += ROW.length()) {
                    findInRow(neighbours, row, col, sections, least, words);
                }
            }
        }
    }

    private static void findInRow(
            NeighbourTable neighbours, int row, int col, float[] sections, float least, long[] words) {
        FloatVector first = FloatVector.zero(ROW);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        FloatVector fifth = first;
        FloatVector sixth = first;
        int from = row * neighbours.capacity;
        for (int each = from; each < from + neighbours.countInRow[row]; each++) {
            int neighbour = neighbours.inRow[each];
            int section = neighbours.turned[neighbour] * SECTIONS;
            FloatVector cells = FloatVector.fromArray(ROW, neighbours.cols, neighbour * SIDE + col)
                    .mul(neighbours.rows[neighbour * SIDE + row]);
            first = first.add(cells.mul(sections[section]));
            second = second.add(cells.mul(sections[section + 1]));
            third = third.add(cells.mul(sections[section + 2]));
            fourth = fourth.add(cells.mul(sections[section + 3]));
            fifth = fifth.add(cells.mul(sections[section + 4]));
            sixth = sixth.add(cells.mul(sections[section + 5]));
        }
        int cell = row * SIDE + col;
        words[0] |= first.compare(GE, least).toLong() << cell;
        words[1] |= second.compare(GE, least).toLong() << cell;
        words[2] |= third.compare(GE, least).toLong() << cell;
        words[3] |= fourth.compare(GE, least).toLong() << cell;
        words[4] |= fifth.compare(GE, least).toLong() << cell;
        words[5] |= sixth.compare(GE, least).toLong() << cell;
    }
}
