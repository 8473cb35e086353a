package id.sidik.engine.comparison;

import java.util.Arrays;

/**
 * What surrounds a minutia, as 704 bits that stay the same when the print is moved and turned. The neighbourhood is a square of 8
 * x 8 cells around the minutia, turned to its direction; each word has one bit a cell.
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
    static final int WORDS = 11;

    private static final int SECTIONS = 6;
    private static final int RIDGE_WORDS = 4;
    private static final int KNOWN_WORD = SECTIONS + RIDGE_WORDS;
    private static final int SIDE = 8;
    private static final int CELLS = SIDE * SIDE;
    private static final float CELL_PX = 18;

    /** How far a neighbour's weight spreads over cells and sections: deviations of Gaussians, as in the paper. */
    private static final double SPREAD_PX = 28 / 3.0;

    private static final double SPREAD_TURNS = 40 / 360.0;
    private static final float REACH_PX = (float) (3 * SPREAD_PX);

    /** The weight from which a neighbour counts as seen, where 1 is its weight at its own place and direction. */
    private static final float SEEN_WEIGHT = 0.4f;

    /** Neighbourhoods that share fewer known cells are not compared. */
    private static final int COMMON_CELLS_MIN = 20;

    private static final int[] JOHNSON = {0b0000, 0b0001, 0b0011, 0b0111, 0b1111, 0b1110, 0b1100, 0b1000};
    private static final int ROOT_STEPS = 1024;
    private static final float[] ROOTS = roots();

    /** A weight for each relative direction and section. */
    private static final float[] SECTION_WEIGHTS = sectionWeights();

    private NeighbourhoodCode() {}

    /** Codes of all minutiae of a print, {@link #WORDS} each. O(minutiae × neighbours in reach). */
    static long[] codesOf(PrintGeometry print) {
        long[] codes = new long[print.count() * WORDS];
        float[] weights = new float[CELLS * SECTIONS];
        for (int minutia = 0; minutia < print.count(); minutia++) {
            Arrays.fill(weights, 0);
            gatherNeighbours(print, minutia, weights);
            write(print, minutia, weights, codes);
        }
        return codes;
    }

    private static void gatherNeighbours(PrintGeometry print, int minutia, float[] weights) {
        float cos = Angles.cos(print.direction(minutia));
        float sin = Angles.sin(print.direction(minutia));
        float reachPx = SIDE / 2 * CELL_PX + REACH_PX;
        for (int other = 0; other < print.count(); other++) {
            float dx = print.x(other) - print.x(minutia);
            float dy = print.y(other) - print.y(minutia);
            float along = cos * dx + sin * dy;
            float across = cos * dy - sin * dx;
            if (other != minutia && Math.abs(along) < reachPx && Math.abs(across) < reachPx) {
                int turned = print.direction(other) - print.direction(minutia);
                addNeighbour(along, across, turned & (Angles.TURN - 1), weights);
            }
        }
    }

    /** The Gaussian of the distance is the product of two, one each way: 16 exponentials instead of 64. */
    private static void addNeighbour(float along, float across, int turned, float[] weights) {
        for (int row = firstCell(across); row < SIDE && centrePx(row) <= across + REACH_PX; row++) {
            float rowWeight = spread(across - centrePx(row));
            for (int col = firstCell(along); col < SIDE && centrePx(col) <= along + REACH_PX; col++) {
                float cellWeight = rowWeight * spread(along - centrePx(col));
                for (int section = 0; section < SECTIONS; section++) {
                    weights[section * CELLS + row * SIDE + col] +=
                            cellWeight * SECTION_WEIGHTS[turned * SECTIONS + section];
                }
            }
        }
    }

    private static int firstCell(float offsetPx) {
        return Math.max(0, (int) Math.ceil((offsetPx - REACH_PX) / CELL_PX + (SIDE - 1) / 2.0));
    }

    private static float centrePx(int cell) {
        return (cell - (SIDE - 1) / 2f) * CELL_PX;
    }

    private static float spread(float offsetPx) {
        return (float) Math.exp(-offsetPx * offsetPx / (2 * SPREAD_PX * SPREAD_PX));
    }

    private static void write(PrintGeometry print, int minutia, float[] weights, long[] codes) {
        float cos = Angles.cos(print.direction(minutia));
        float sin = Angles.sin(print.direction(minutia));
        int code = minutia * WORDS;
        for (int cell = 0; cell < CELLS; cell++) {
            float along = centrePx(cell % SIDE);
            float across = centrePx(cell / SIDE);
            int ridge = print.ridgeAt(
                    print.x(minutia) + cos * along - sin * across, print.y(minutia) + sin * along + cos * across);
            if (ridge != PrintGeometry.OUTSIDE) {
                long bit = 1L << cell;
                codes[code + KNOWN_WORD] |= bit;
                writeNeighbours(weights, cell, bit, codes, code);
                writeRidge(ridge - print.direction(minutia), bit, codes, code);
            }
        }
    }

    private static void writeNeighbours(float[] weights, int cell, long bit, long[] codes, int code) {
        for (int section = 0; section < SECTIONS; section++) {
            if (weights[section * CELLS + cell] >= SEEN_WEIGHT) {
                codes[code + section] |= bit;
            }
        }
    }

    /** @param turned from the minutia's direction to the ridge, in 256ths of a turn */
    private static void writeRidge(int turned, long bit, long[] codes, int code) {
        int sectorAngle = Angles.TURN / 2 / JOHNSON.length;
        int sector = ((turned + sectorAngle / 2) & (Angles.TURN / 2 - 1)) / sectorAngle;
        for (int word = 0; word < RIDGE_WORDS; word++) {
            if ((JOHNSON[sector] >> word & 1) != 0) {
                codes[code + SECTIONS + word] |= bit;
            }
        }
    }

    /**
     * How alike two neighbourhoods are over the cells known to both, from 0 to 255. Mean of two agreements, that of the neighbours
     * (1 when all agree, about 0 when none does) and that of the ridges (1 when parallel everywhere, 0 at 22.5° on average, below
     * 0 beyond).
     *
     * @param code of a minutia in {@code codes}: its number × {@link #WORDS}
     * @param other likewise in {@code others}
     */
    static int similarity(long[] codes, int code, long[] others, int other) {
        long known = codes[code + KNOWN_WORD] & others[other + KNOWN_WORD];
        int cells = Long.bitCount(known);
        if (cells < COMMON_CELLS_MIN) {
            return 0;
        }
        int sectors = 0;
        for (int word = SECTIONS; word < KNOWN_WORD; word++) {
            sectors += Long.bitCount((codes[code + word] ^ others[other + word]) & known);
        }
        float ridgeAgreement = 1 - sectors / (float) cells;
        if (ridgeAgreement <= 0.4f) {
            return 0; // the neighbours' agreement, at most 1, can not save it
        }
        int differing = 0;
        int common = 0;
        for (int word = 0; word < SECTIONS; word++) {
            long a = codes[code + word] & known;
            long b = others[other + word] & known;
            differing += Long.bitCount(a ^ b);
            common += Long.bitCount(a & b);
        }
        float similarity = (neighbourAgreement(differing, common) + ridgeAgreement) / 2;
        return similarity <= 0 ? 0 : (int) (similarity * SimilarMinutiae.SIMILARITY_MAX);
    }

    /** The paper's 1 - |a - b| / (|a| + |b|) on bits, with |a| + |b| taken at its largest, |a| = |b|: one root instead of three. */
    private static float neighbourAgreement(int differing, int common) {
        return common == 0 ? 0 : 1 - ROOTS[differing * ROOT_STEPS / (2 * (differing + 2 * common))];
    }

    private static float[] roots() {
        float[] roots = new float[ROOT_STEPS + 1];
        for (int step = 0; step <= ROOT_STEPS; step++) {
            roots[step] = (float) Math.sqrt(step / (double) ROOT_STEPS);
        }
        return roots;
    }

    private static float[] sectionWeights() {
        float[] weights = new float[Angles.TURN * SECTIONS];
        for (int direction = 0; direction < Angles.TURN; direction++) {
            for (int section = 0; section < SECTIONS; section++) {
                int centre = (int) Math.round((section + 0.5) * Angles.TURN / SECTIONS);
                double turns = Angles.between(direction, centre) / (double) Angles.TURN;
                weights[direction * SECTIONS + section] =
                        (float) Math.exp(-turns * turns / (2 * SPREAD_TURNS * SPREAD_TURNS));
            }
        }
        return weights;
    }
}
