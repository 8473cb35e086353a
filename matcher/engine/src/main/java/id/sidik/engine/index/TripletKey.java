package id.sidik.engine.index;

import id.sidik.engine.index.Triplets.Triplet;
import java.util.function.IntConsumer;

/**
 * In which cell of the space of triplets one lies, as a hash of 32 bits. A reference has one cell; a probe also looks into the cells
 * across each border that it is near, since distortion and noise may have carried its mate there. Scratch memory.
 */
final class TripletKey {
    /** Cells are this long along each side. */
    private static final float SIDE_CELL_PX = 10;

    /** A turn of each minutia's direction has so many cells, of 22.5°. */
    private static final int DIRECTION_CELLS = 16;

    /** A share of a cell: so near a border a probe looks across it. */
    private static final float NEAR = 0.2f;

    private static final int FEATURES = 6;
    private static final int SIDES = 3;

    private final int[] cell = new int[FEATURES];
    private final int[] across = new int[FEATURES];

    /** The cell of a reference's triplet. */
    int of(Triplet triplet) {
        locate(triplet);
        return hash(0, triplet.isClockwise);
    }

    /** The cells of a probe's triplet, 1 to 64, different ones. */
    void around(Triplet triplet, IntConsumer cells) {
        locate(triplet);
        int near = 0;
        for (int feature = 0; feature < FEATURES; feature++) {
            near |= across[feature] == cell[feature] ? 0 : 1 << feature;
        }
        for (int chosen = near; ; chosen = chosen - 1 & near) {
            cells.accept(hash(chosen, triplet.isClockwise));
            if (chosen == 0) {
                return;
            }
        }
    }

    private void locate(Triplet triplet) {
        locate(0, triplet.side / SIDE_CELL_PX);
        locate(1, triplet.fromBegin / SIDE_CELL_PX);
        locate(2, triplet.fromEnd / SIDE_CELL_PX);
        locate(3, triplet.beginTurns * DIRECTION_CELLS);
        locate(4, triplet.endTurns * DIRECTION_CELLS);
        locate(5, triplet.thirdTurns * DIRECTION_CELLS);
    }

    private void locate(int feature, float place) {
        int home = (int) place;
        float within = place - home;
        int other = within < NEAR ? home - 1 : within > 1 - NEAR ? home + 1 : home;
        boolean isSide = feature < SIDES;
        cell[feature] = isSide ? home : home & DIRECTION_CELLS - 1;
        across[feature] = isSide ? other : other & DIRECTION_CELLS - 1;
    }

    /** @param chosen one bit a feature, set where the cell across the border is meant */
    private int hash(int chosen, boolean isClockwise) {
        long key = isClockwise ? 1 : 0;
        for (int feature = 0; feature < FEATURES; feature++) {
            int place = (chosen >> feature & 1) == 0 ? cell[feature] : across[feature];
            key = key << 5 | (place & 31);
        }
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> Integer.SIZE);
    }
}
