package id.sidik.engine.kernel;

/**
 * Where the bits of all neighbourhood codes of a print lie: word by word and not minutia by minutia, so that minutiae are the lanes
 * of a vector. A code has {@link #WORDS} words of 64 bits, each bit a cell; a word takes two planes of {@code int}s, that of cells 0
 * to 31 and that of cells 32 to 63. A plane holds one {@code int} for each minutia.
 */
public final class CodePlanes {
    /** Words that say in which cells neighbours lie, one for each sixth of a turn of their directions. */
    public static final int SECTIONS = 6;

    /** Words that say how ridges run, so that each sector of an eighth of a half turn between two of them is a differing bit. */
    public static final int RIDGE_WORDS = 4;

    /** The word that says of which cells anything is known. */
    public static final int KNOWN_WORD = SECTIONS + RIDGE_WORDS;

    public static final int WORDS = KNOWN_WORD + 1;
    public static final int CELLS = Long.SIZE;

    /** No vector is longer, in {@code int}s: so many may be read or written beyond the last minutia. */
    public static final int LANES_MAX = 16;

    static final int RIDGE_PLANES = 2 * SECTIONS;
    static final int KNOWN_PLANES = 2 * KNOWN_WORD;

    private static final int PLANES = 2 * WORDS;

    private CodePlanes() {}

    /** Planes for so many minutiae, all bits zero. */
    public static int[] allocate(int count) {
        return new int[PLANES * count + LANES_MAX];
    }

    /** Sets bits of a word of one minutia. */
    public static void set(int[] planes, int count, int minutia, int word, long bits) {
        planes[2 * word * count + minutia] |= (int) bits;
        planes[(2 * word + 1) * count + minutia] |= (int) (bits >>> Integer.SIZE);
    }

    /** A word of one minutia. */
    public static long get(int[] planes, int count, int minutia, int word) {
        long low = Integer.toUnsignedLong(planes[2 * word * count + minutia]);
        return (long) planes[(2 * word + 1) * count + minutia] << Integer.SIZE | low;
    }
}
