package id.sidik.engine.ridges;

/**
 * Thins a bitmap to lines (Guo and Hall, Communications of the ACM 32, 1989, algorithm A1), 64 pixels at a time: the conditions on
 * a pixel's eight neighbours are evaluated as logic on whole words. Bit {@code x & 63} of word {@code x >> 6} of a row is pixel x.
 */
final class Thinning {
    private final int height;
    private final int words;

    /** Rows one above another, with an empty one before and after. */
    private long[] bits;

    private long[] next;

    private Thinning(long[] bits, int words, int height) {
        this.words = words;
        this.height = height;
        this.bits = bits;
        this.next = new long[bits.length];
    }

    /**
     * Thins until nothing changes.
     *
     * @param bits {@code words} a row, {@code height + 2} rows, the first and the last empty; consumed
     * @return the lines, in the same arrangement
     */
    static long[] thin(long[] bits, int words, int height) {
        Thinning thinning = new Thinning(bits, words, height);
        int idleHalves = 0;
        for (boolean fromSouthEast = true; idleHalves < 2; fromSouthEast = !fromSouthEast) {
            idleHalves = thinning.peel(fromSouthEast) ? 0 : idleHalves + 1;
        }
        return thinning.bits;
    }

    /** Half an iteration: peels from one side, the other half from the other, so that lines stay in the middle. */
    private boolean peel(boolean fromSouthEast) {
        boolean changed = false;
        for (int i = words; i < (height + 1) * words; i++) {
            long here = bits[i];
            long gone = here == 0 ? 0 : here & dispensable(i, fromSouthEast);
            next[i] = here & ~gone;
            changed |= gone != 0;
        }
        long[] swapped = bits;
        bits = next;
        next = swapped;
        return changed;
    }

    private long dispensable(int i, boolean fromSouthEast) {
        long n = bits[i - words];
        long s = bits[i + words];
        long ne = fromEast(i - words);
        long e = fromEast(i);
        long se = fromEast(i + words);
        long sw = fromWest(i + words);
        long w = fromWest(i);
        long nw = fromWest(i - words);
        long needed = fromSouthEast ? (s | sw | ~nw) & w : (n | ne | ~se) & e;
        return ~needed
                & exactlyOne(~n & (ne | e), ~e & (se | s), ~s & (sw | w), ~w & (nw | n))
                & isThick(nw | n, ne | e, se | s, sw | w, n | ne, e | se, s | sw, w | nw);
    }

    /** For each pixel, its eastern neighbour. */
    private long fromEast(int i) {
        long beyond = (i + 1) % words == 0 ? 0 : bits[i + 1] << 63;
        return (bits[i] >>> 1) | beyond;
    }

    private long fromWest(int i) {
        long beyond = i % words == 0 ? 0 : bits[i - 1] >>> 63;
        return (bits[i] << 1) | beyond;
    }

    private static long exactlyOne(long a, long b, long c, long d) {
        return (a | b | c | d) & ~atLeastTwo(a, b, c, d);
    }

    private static long atLeastTwo(long a, long b, long c, long d) {
        return (a & b) | (c & d) | ((a | b) & (c | d));
    }

    /** The eight neighbours in pairs, in the two ways there are: the smaller number of pairs taken is two or three. */
    private static long isThick(long a, long b, long c, long d, long e, long f, long g, long h) {
        return atLeastTwo(a, b, c, d) & atLeastTwo(e, f, g, h) & ~(a & b & c & d & e & f & g & h);
    }
}
