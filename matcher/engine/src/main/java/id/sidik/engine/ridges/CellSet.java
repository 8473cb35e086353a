package id.sidik.engine.ridges;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of cells of a grid, with the operations of mathematical morphology (Serra 1982). Beyond the edge nothing is in it. */
final class CellSet {
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};

    final int width;
    final int height;
    final boolean[] holds;

    CellSet(int width, int height, IntPredicate cells) {
        this.width = width;
        this.height = height;
        this.holds = new boolean[width * height];
        for (int cell = 0; cell < holds.length; cell++) {
            holds[cell] = cells.test(cell);
        }
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && holds[y * width + x];
    }

    CellSet complement() {
        return new CellSet(width, height, cell -> !holds[cell]);
    }

    /** All cells within this distance of the set. */
    CellSet dilated(double radius) {
        float[] distance = distanceTo(this);
        return new CellSet(width, height, cell -> distance[cell] <= radius);
    }

    /** Fills what a disc of this radius can not enter. Beyond the grid nothing hinders it. */
    CellSet closed(double radius) {
        float[] distance = distanceTo(dilated(radius).complement());
        return new CellSet(width, height, cell -> distance[cell] > radius);
    }

    /** Keeps what a disc of this radius can reach without leaving the set or the grid. */
    CellSet opened(double radius) {
        float[] depth = depth();
        return new CellSet(width, height, cell -> depth[cell] > radius).dilated(radius);
    }

    /** Distances in cells to the nearest cell of a set, infinite if it is empty; as {@link Chamfer} tells them. */
    private static float[] distanceTo(CellSet set) {
        int width = set.width;
        int height = set.height;
        float[] distance = new float[width * height];
        for (int cell = 0; cell < distance.length; cell++) {
            distance[cell] = set.holds[cell] ? 0 : Float.POSITIVE_INFINITY;
        }
        new Chamfer(width, height, distance).sweep();
        return distance;
    }

    /** Distances in cells from each cell of the set to the nearest cell outside, the edge of the grid being outside. */
    float[] depth() {
        CellSet framed = new CellSet(width + 2, height + 2, cell -> {
            int x = cell % (width + 2) - 1;
            int y = cell / (width + 2) - 1;
            return !at(x, y);
        });
        float[] distance = distanceTo(framed);
        float[] out = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(distance, (y + 1) * (width + 2) + 1, out, y * width, width);
        }
        return out;
    }

    /** Without its connected parts that are smaller than this share of the largest one. */
    CellSet withoutParts(double shareOfLargest) {
        int[] label = labels();
        int[] size = sizes(label);
        int largest = Arrays.stream(size).max().orElse(0);
        return new CellSet(width, height, cell -> holds[cell] && size[label[cell]] >= shareOfLargest * largest);
    }

    /** With all holes of less than this many cells filled. */
    CellSet withoutHoles(int cells) {
        CellSet outside = complement();
        int[] label = outside.labels();
        int[] size = outside.sizes(label);
        boolean[] reachesEdge = new boolean[size.length];
        for (int cell = 0; cell < label.length; cell++) {
            int x = cell % width;
            int y = cell / width;
            boolean onEdge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            reachesEdge[label[cell]] |= onEdge;
        }
        return new CellSet(
                width, height, cell -> holds[cell] || (!reachesEdge[label[cell]] && size[label[cell]] < cells));
    }

    /** Numbers the 4-connected parts from 1; cells outside the set have 0. */
    private int[] labels() {
        int[] label = new int[holds.length];
        int[] queue = new int[holds.length];
        int parts = 0;
        for (int seed = 0; seed < holds.length; seed++) {
            if (holds[seed] && label[seed] == 0) {
                flood(seed, ++parts, label, queue);
            }
        }
        return label;
    }

    private void flood(int seed, int part, int[] label, int[] queue) {
        int tail = 0;
        queue[tail++] = seed;
        label[seed] = part;
        for (int head = 0; head < tail; head++) {
            int x = queue[head] % width;
            int y = queue[head] / width;
            for (int k = 0; k < 4; k++) {
                int next = (y + STEP_Y[k]) * width + x + STEP_X[k];
                if (at(x + STEP_X[k], y + STEP_Y[k]) && label[next] == 0) {
                    label[next] = part;
                    queue[tail++] = next;
                }
            }
        }
    }

    /** Cells per part; none for what lies outside. */
    private int[] sizes(int[] label) {
        int[] size = new int[Arrays.stream(label).max().orElse(0) + 1];
        for (int part : label) {
            size[part]++;
        }
        size[0] = 0;
        return size;
    }
}
