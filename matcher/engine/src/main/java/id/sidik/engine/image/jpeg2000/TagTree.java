package id.sidik.engine.image.jpeg2000;

/** A tag tree (ISO/IEC 15444-1, B.10.2): numbers on a grid, of which each packet header tells as much as it needs. */
final class TagTree {
    private final int[] levelOffsets;
    private final int[] levelWidths;
    private final int[] lowerBounds;
    private final boolean[] isKnown;

    TagTree(int width, int height) {
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = (w + 1) / 2, h = (h + 1) / 2) {
            levels++;
        }
        levelOffsets = new int[levels];
        levelWidths = new int[levels];
        int nodes = 0;
        int w = width;
        int h = height;
        for (int level = 0; level < levels; level++) {
            levelOffsets[level] = nodes;
            levelWidths[level] = w;
            nodes += w * h;
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
        lowerBounds = new int[nodes];
        isKnown = new boolean[nodes];
    }

    /** Reads on until it is certain whether the number at (x, y) is below {@code threshold}. */
    boolean isBelow(int x, int y, int threshold, PacketBits bits) {
        int bound = 0;
        int node = 0;
        for (int level = levelOffsets.length - 1; level >= 0; level--) {
            node = levelOffsets[level] + (y >> level) * levelWidths[level] + (x >> level);
            bound = Math.max(bound, lowerBounds[node]);
            while (bound < threshold && !isKnown[node]) {
                if (bits.bit() == 1) {
                    isKnown[node] = true;
                } else {
                    bound++;
                }
            }
            lowerBounds[node] = bound;
        }
        return isKnown[node] && bound < threshold;
    }
}
