package id.sidik.engine.ridges;

import java.util.Arrays;

/**
 * Lines of one pixel along the middle of a set's parts (Guo and Hall, Communications of the ACM 32, 1989, algorithm A1). Only
 * pixels on the rim of what is left are looked at, so it costs some time per pixel of the set and none for the rest.
 */
final class Skeleton {
    /** Neighbours clockwise from north; the bits of a neighbourhood are in this order. */
    private static final int[] AROUND_X = {0, 1, 1, 1, 0, -1, -1, -1};

    private static final int[] AROUND_Y = {-1, -1, 0, 1, 1, 1, 0, -1};

    private static final boolean[][] GOES = {table(0), table(1)};

    /** Pixels with a frame of one, so that every pixel has eight neighbours. */
    private final int stride;

    private final byte[] set;
    private final int[] around = new int[8];

    private final int[] pixels;

    /**
     * Thins one side of a map.
     *
     * @param side {@link RidgeMap#RIDGE} or {@link RidgeMap#VALLEY}
     */
    Skeleton(RidgeMap map, byte side) {
        this.stride = map.width() + 2;
        this.set = new byte[stride * (map.height() + 2)];
        for (int k = 0; k < 8; k++) {
            around[k] = AROUND_Y[k] * stride + AROUND_X[k];
        }
        int area = 0;
        for (int y = 0; y < map.height(); y++) {
            int row = index(0, y);
            for (int x = 0; x < map.width(); x++) {
                int in = map.at(x, y) == side ? 1 : 0;
                set[row + x] = (byte) in;
                area += in;
            }
        }
        this.pixels = thin(area);
    }

    private int index(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    int x(int index) {
        return index % stride - 1;
    }

    int y(int index) {
        return index / stride - 1;
    }

    boolean holds(int index) {
        return set[index] != 0;
    }

    void remove(int index) {
        set[index] = 0;
    }

    /** The index of a neighbour, 0 to 7 clockwise from north. */
    int neighbour(int index, int k) {
        return index + around[k];
    }

    /** How many lines leave a pixel: 1 at an end, 2 on the way, 3 at a fork. */
    int branches(int index) {
        int bits = neighbourhood(index);
        int before = bits << 1 | bits >> 7;
        return Integer.bitCount(bits & ~before);
    }

    private int[] thin(int area) {
        int[] rim = new int[area];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            if (set[i] != 0 && isOnRim(i)) {
                set[i] = 2;
                rim[count++] = i;
            }
        }
        int[] going = new int[area];
        int idle = 0;
        for (int half = 0; idle < 2; half ^= 1) {
            int gone = mark(rim, count, going, GOES[half]);
            idle = gone == 0 ? idle + 1 : 0;
            count = remove(going, gone, rim, count);
        }
        return Arrays.copyOf(rim, count);
    }

    private boolean isOnRim(int i) {
        return set[i - 1] == 0 || set[i + 1] == 0 || set[i - stride] == 0 || set[i + stride] == 0;
    }

    private int mark(int[] rim, int count, int[] going, boolean[] goes) {
        int gone = 0;
        for (int r = 0; r < count; r++) {
            if (goes[neighbourhood(rim[r])]) {
                going[gone++] = rim[r];
            }
        }
        return gone;
    }

    private int neighbourhood(int i) {
        int above = i - stride;
        int below = i + stride;
        return bit(above)
                | bit(above + 1) << 1
                | bit(i + 1) << 2
                | bit(below + 1) << 3
                | bit(below) << 4
                | bit(below - 1) << 5
                | bit(i - 1) << 6
                | bit(above - 1) << 7;
    }

    private int bit(int i) {
        return set[i] == 0 ? 0 : 1;
    }

    /** Removes the marked pixels; the rim loses them and gains their inner neighbours. Returns its new length. */
    private int remove(int[] going, int gone, int[] rim, int count) {
        for (int g = 0; g < gone; g++) {
            set[going[g]] = 0;
        }
        int kept = 0;
        for (int r = 0; r < count; r++) {
            if (set[rim[r]] != 0) {
                rim[kept++] = rim[r];
            }
        }
        for (int g = 0; g < gone; g++) {
            for (int k = 0; k < 8; k += 2) {
                int next = going[g] + around[k];
                if (set[next] == 1) {
                    set[next] = 2;
                    rim[kept++] = next;
                }
            }
        }
        return kept;
    }

    /** For each of the 256 neighbourhoods: whether its middle goes in this half of an iteration. */
    private static boolean[] table(int half) {
        boolean[] goes = new boolean[256];
        for (int bits = 0; bits < 256; bits++) {
            goes[bits] = crossings(bits) == 1 && isThick(bits) && !isNeeded(bits, half);
        }
        return goes;
    }

    private static int crossings(int bits) {
        int count = 0;
        for (int k = 0; k < 8; k += 2) {
            count += !has(bits, k) && (has(bits, k + 1) || has(bits, k + 2)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isThick(int bits) {
        int pairsBefore = 0;
        int pairsAfter = 0;
        for (int k = 0; k < 8; k += 2) {
            pairsBefore += has(bits, k + 7) || has(bits, k) ? 1 : 0;
            pairsAfter += has(bits, k) || has(bits, k + 1) ? 1 : 0;
        }
        int pairs = Math.min(pairsBefore, pairsAfter);
        return pairs == 2 || pairs == 3;
    }

    /** The first half peels from south-east, the second from north-west, so that the line stays in the middle. */
    private static boolean isNeeded(int bits, int half) {
        int k = half == 0 ? 4 : 0;
        return (has(bits, k) || has(bits, k + 1) || !has(bits, k + 3)) && has(bits, k + 2);
    }

    private static boolean has(int bits, int k) {
        return (bits >> (k & 7) & 1) != 0;
    }

    /** Whatever is left of them: {@link #remove} takes pixels away, and nothing adds any. */
    int[] pixels() {
        return pixels;
    }
}
