package id.sidik.engine.ridges;

import java.util.Arrays;

/**
 * Which pixels are ridge and which valley. Specks, the islands and lakes that are too small to be part of a ridge, take the side of
 * what surrounds them.
 */
final class RidgeMap {
    static final byte OUTSIDE = 0;
    static final byte RIDGE = 1;
    static final byte VALLEY = 2;

    /** Half a square of the ridge's period: a pore, a droplet or dust. */
    private static final int SPECK_PX = 30;

    private final int width;
    private final int height;
    private final byte[] side;

    private RidgeMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.side = new byte[width * height];
    }

    /** Pixels of zero are outside. */
    static RidgeMap of(Plane ridges) {
        RidgeMap map = new RidgeMap(ridges.width, ridges.height);
        for (int i = 0; i < map.side.length; i++) {
            float value = ridges.values[i];
            map.side[i] = value < 0 ? RIDGE : value > 0 ? VALLEY : OUTSIDE;
        }
        map.turnSpecks();
        return map;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte at(int x, int y) {
        return side[y * width + x];
    }

    /** The pixels of one side as {@link Thinning} wants them. */
    long[] packed(byte wanted, int words) {
        long[] bits = new long[words * (height + 2)];
        for (int y = 0; y < height; y++) {
            int row = (y + 1) * words;
            for (int x = 0; x < width; x++) {
                long bit = side[y * width + x] == wanted ? 1 : 0;
                bits[row + (x >> 6)] |= bit << x;
            }
        }
        return bits;
    }

    private void turnSpecks() {
        Runs runs = new Runs(this);
        for (int run = 0; run < runs.count; run++) {
            int from = runs.start[run];
            if (side[from] != OUTSIDE && runs.partSize(run) < SPECK_PX) {
                Arrays.fill(side, from, runs.end(run), side[from] == RIDGE ? VALLEY : RIDGE);
            }
        }
    }

    /** Rows cut into runs of one side; runs that touch in neighbouring rows are one part (Rosenfeld and Pfaltz, 1966). */
    private static final class Runs {
        private final int[] start;
        private final int[] parent;
        private final int[] size;
        private final int pixels;
        private int count;

        Runs(RidgeMap map) {
            this.pixels = map.side.length;
            this.start = new int[pixels];
            cut(map);
            this.parent = new int[count];
            this.size = new int[count];
            for (int run = 0; run < count; run++) {
                parent[run] = run;
                size[run] = end(run) - start[run];
            }
            join(map);
        }

        int end(int run) {
            return run + 1 < count ? start[run + 1] : pixels;
        }

        int partSize(int run) {
            return size[root(run)];
        }

        private void cut(RidgeMap map) {
            for (int i = 0; i < pixels; i++) {
                if (i % map.width == 0 || map.side[i] != map.side[i - 1]) {
                    start[count++] = i;
                }
            }
        }

        private void join(RidgeMap map) {
            int above = 0;
            for (int run = 0; run < count; run++) {
                int left = start[run] - map.width;
                int right = end(run) - map.width;
                while (above < run && end(above) <= left) {
                    above++;
                }
                for (int over = above; over < run && start[over] < right; over++) {
                    if (map.side[start[over]] == map.side[start[run]]) {
                        unite(over, run);
                    }
                }
            }
        }

        private void unite(int a, int b) {
            int rootA = root(a);
            int rootB = root(b);
            if (rootA != rootB) {
                parent[rootB] = rootA;
                size[rootA] += size[rootB];
            }
        }

        private int root(int run) {
            int root = run;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }
    }
}
