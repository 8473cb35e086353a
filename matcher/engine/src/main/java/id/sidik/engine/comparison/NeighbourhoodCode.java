package id.sidik.engine.comparison;

import static id.sidik.engine.kernel.NeighbourTable.SIDE;

import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.NeighbourCells;
import id.sidik.engine.kernel.NeighbourTable;
import java.util.Arrays;

/**
 * What surrounds each minutia of a print, as 704 bits that stay the same when the print is moved and turned. The neighbourhood is a
 * square of 8 x 8 cells around the minutia, turned to its direction; each word of {@link CodePlanes} has one bit a cell.
 *
 * <pre>
 *  words 0-5   neighbours: word k is set in a cell near which a minutia lies whose direction, relative to the one in the middle,
 *              is about the k-th sixth of a turn (a cylinder of Cappelli, Ferrara, Maltoni, "Minutia Cylinder-Code", TPAMI 2010)
 *  words 6-9   ridges: how they run, relative to the direction in the middle, as one of eight sectors in a Johnson code, so that
 *              the number of differing bits is the number of sectors between (after Tico and Kuosmanen, TPAMI 2003)
 *  word 10     which cells lie within the print: of the others nothing is known
 * </pre>
 */
final class NeighbourhoodCode {
    private static final float CELL_PX = 18;

    /** How far a neighbour's weight spreads over cells and sections: deviations of Gaussians, as in the paper. */
    private static final double SPREAD_PX = 28 / 3.0;

    private static final double SPREAD_TURNS = 40 / 360.0;
    private static final float REACH_PX = (float) (3 * SPREAD_PX);
    private static final int CELLS_IN_REACH = 1 + (int) (2 * REACH_PX / CELL_PX);
    private static final Gaussian SPREAD = new Gaussian(SPREAD_PX, REACH_PX);

    /** The weight from which a neighbour counts as seen, where 1 is its weight at its own place and direction. */
    private static final float SEEN_WEIGHT = 0.4f;

    private static final int[] JOHNSON = {0b0000, 0b0001, 0b0011, 0b0111, 0b1111, 0b1110, 0b1100, 0b1000};
    private static final int SECTOR_ANGLE = Angles.TURN / 2 / JOHNSON.length;
    private static final float[] CENTRES_PX = centres();

    /** A weight for each relative direction and section. */
    private static final float[] SECTION_WEIGHTS = sectionWeights();

    private final PrintGeometry print;
    private final int[] planes;
    private final NeighbourTable neighbours;
    private final long[] sectionWords = new long[CodePlanes.SECTIONS];
    private final long[] ridgeWords = new long[CodePlanes.RIDGE_WORDS];

    private NeighbourhoodCode(PrintGeometry print) {
        this.print = print;
        this.planes = CodePlanes.allocate(print.count());
        this.neighbours = new NeighbourTable(print.count());
    }

    /** {@link CodePlanes} of all minutiae of a print. O(minutiae × neighbours in reach). */
    static int[] planesOf(PrintGeometry print) {
        NeighbourhoodCode code = new NeighbourhoodCode(print);
        for (int minutia = 0; minutia < print.count(); minutia++) {
            code.gatherNeighbours(minutia);
            code.write(minutia);
        }
        return code.planes;
    }

    private void gatherNeighbours(int minutia) {
        int direction = print.direction(minutia);
        float cos = Angles.cos(direction);
        float sin = Angles.sin(direction);
        neighbours.clear();
        float reachPx = SIDE / 2 * CELL_PX + REACH_PX;
        for (int other = 0; other < print.count(); other++) {
            float dx = print.x(other) - print.x(minutia);
            float dy = print.y(other) - print.y(minutia);
            float along = cos * dx + sin * dy;
            float across = cos * dy - sin * dx;
            if (other != minutia && Math.abs(along) < reachPx && Math.abs(across) < reachPx) {
                neighbours.add(print.direction(other) - direction & Angles.TURN - 1);
                placeLast(along, across);
            }
        }
    }

    /** The Gaussian of the distance is the product of two, one each way, of which at most four cells are in reach. */
    private void placeLast(float along, float across) {
        int firstRow = firstCell(across);
        int firstCol = firstCell(along);
        for (int cell = 0; cell < CELLS_IN_REACH; cell++) {
            if (firstRow + cell < SIDE) {
                neighbours.inRow(firstRow + cell, SPREAD.at(across - CENTRES_PX[firstRow + cell]));
            }
            if (firstCol + cell < SIDE) {
                neighbours.inCol(firstCol + cell, SPREAD.at(along - CENTRES_PX[firstCol + cell]));
            }
        }
    }

    /** The first cell whose middle is in reach; rounds down what is above 0, which is quicker than to round up. */
    private static int firstCell(float offsetPx) {
        return Math.max(0, SIDE - (int) (SIDE - (SIDE - 1) / 2f - (offsetPx - REACH_PX) / CELL_PX));
    }

    private void write(int minutia) {
        long known = writeRidges(minutia);
        CodePlanes.set(planes, print.count(), minutia, CodePlanes.KNOWN_WORD, known);
        NeighbourCells.find(neighbours, SECTION_WEIGHTS, SEEN_WEIGHT, sectionWords);
        for (int section = 0; section < CodePlanes.SECTIONS; section++) {
            CodePlanes.set(planes, print.count(), minutia, section, sectionWords[section] & known);
        }
    }

    /** Which cells lie within the print. */
    private long writeRidges(int minutia) {
        int direction = print.direction(minutia);
        float cos = Angles.cos(direction);
        float sin = Angles.sin(direction);
        long known = 0;
        Arrays.fill(ridgeWords, 0);
        for (int cell = 0; cell < CodePlanes.CELLS; cell++) {
            float along = CENTRES_PX[cell % SIDE];
            float across = CENTRES_PX[cell / SIDE];
            int ridge = print.ridgeAt(
                    print.x(minutia) + cos * along - sin * across, print.y(minutia) + sin * along + cos * across);
            if (ridge != PrintGeometry.OUTSIDE) {
                known |= 1L << cell;
                addRidge(ridge - direction, cell);
            }
        }
        for (int word = 0; word < CodePlanes.RIDGE_WORDS; word++) {
            CodePlanes.set(planes, print.count(), minutia, CodePlanes.SECTIONS + word, ridgeWords[word]);
        }
        return known;
    }

    /** @param turned from the minutia's direction to the ridge, in 256ths of a turn */
    private void addRidge(int turned, int cell) {
        long johnson = JOHNSON[(turned + SECTOR_ANGLE / 2 & Angles.TURN / 2 - 1) / SECTOR_ANGLE];
        for (int word = 0; word < CodePlanes.RIDGE_WORDS; word++) {
            ridgeWords[word] |= (johnson >> word & 1) << cell;
        }
    }

    private static float[] centres() {
        float[] centres = new float[SIDE];
        for (int cell = 0; cell < SIDE; cell++) {
            centres[cell] = (cell - (SIDE - 1) / 2f) * CELL_PX;
        }
        return centres;
    }

    private static float[] sectionWeights() {
        float[] weights = new float[Angles.TURN * CodePlanes.SECTIONS];
        for (int direction = 0; direction < Angles.TURN; direction++) {
            for (int section = 0; section < CodePlanes.SECTIONS; section++) {
                int centre = (int) Math.round((section + 0.5) * Angles.TURN / CodePlanes.SECTIONS);
                double turns = Angles.between(direction, centre) / (double) Angles.TURN;
                weights[direction * CodePlanes.SECTIONS + section] =
                        (float) Math.exp(-turns * turns / (2 * SPREAD_TURNS * SPREAD_TURNS));
            }
        }
        return weights;
    }
}
