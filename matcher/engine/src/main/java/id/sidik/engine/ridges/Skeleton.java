package id.sidik.engine.ridges;

import java.util.Arrays;

/** Lines of one pixel along the middle of all ridges, or of all valleys. */
final class Skeleton {
    /** Neighbours clockwise from north; the bits of a neighbourhood are in this order. */
    private static final int[] AROUND_X = {0, 1, 1, 1, 0, -1, -1, -1};

    private static final int[] AROUND_Y = {-1, -1, 0, 1, 1, 1, 0, -1};

    /** Pixels with a frame of one, so that every pixel has eight neighbours. */
    private final int stride;

    private final boolean[] set;
    private final int[] around = new int[8];
    private final int[] pixels;

    /**
     * Thins one side of a map.
     *
     * @param side {@link RidgeMap#RIDGE} or {@link RidgeMap#VALLEY}
     */
    Skeleton(RidgeMap map, byte side) {
        this.stride = map.width() + 2;
        this.set = new boolean[stride * (map.height() + 2)];
        for (int k = 0; k < 8; k++) {
            around[k] = AROUND_Y[k] * stride + AROUND_X[k];
        }
        int words = (map.width() + 63) / 64;
        this.pixels = unpacked(Thinning.thin(map.packed(side, words), words, map.height()), words);
    }

    private int[] unpacked(long[] lines, int words) {
        int[] found = new int[set.length];
        int count = 0;
        for (int word = words; word < lines.length - words; word++) {
            for (long left = lines[word]; left != 0; left &= left - 1) {
                int x = (word % words << 6) + Long.numberOfTrailingZeros(left);
                int index = word / words * stride + x + 1;
                set[index] = true;
                found[count++] = index;
            }
        }
        return Arrays.copyOf(found, count);
    }

    int x(int index) {
        return index % stride - 1;
    }

    int y(int index) {
        return index / stride - 1;
    }

    boolean holds(int index) {
        return set[index];
    }

    void remove(int index) {
        set[index] = false;
    }

    /** The index of a neighbour, 0 to 7 clockwise from north. */
    int neighbour(int index, int k) {
        return index + around[k];
    }

    /** How many lines leave a pixel: 1 at an end, 2 on the way, 3 at a fork. */
    int branches(int index) {
        int branches = 0;
        boolean before = set[index + around[7]];
        for (int k = 0; k < 8; k++) {
            boolean here = set[index + around[k]];
            branches += here && !before ? 1 : 0;
            before = here;
        }
        return branches;
    }

    /** All there were at first, row by row: {@link #remove} takes pixels away, and nothing adds any. */
    int[] pixels() {
        return pixels;
    }
}
