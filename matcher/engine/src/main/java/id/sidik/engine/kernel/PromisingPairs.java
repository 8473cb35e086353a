package id.sidik.engine.kernel;

/**
 * How promising each pair of a minutia of a probe and one of a reference is, as a table that is searched for the best. An entry
 * holds the similarity of the pair in its low byte and its promise in the high one, both from 0 to {@link
 * CodeComparison#SIMILARITY_MAX}; the promise is stored less 128, so that entries are in the order of promises as signed numbers are.
 * A pair promises as much as it is alike, less a handicap if it asks for an unusual turn, and nothing if it asks for one and is hardly alike.
 */
public final class PromisingPairs {
    /** How much more alike two minutiae must be to promise as much if they ask for an unusual turn. */
    static final int UNUSUAL_TURN_HANDICAP = 50;

    /** Less alike ones would hardly ever be among the best. */
    static final int UNUSUAL_TURN_SIMILARITY_MIN = 150;

    /** Makes a promise a signed byte. */
    static final int PROMISE_AT_ZERO = 128;

    private PromisingPairs() {}

    /**
     * Writes a row of the table.
     *
     * @param similarities of one minutia with {@code count} others; {@link CodePlanes#LANES_MAX} entries beyond are read
     * @param firstUsual the first of those that ask for a usual turn: {@code usualCount} of them, going on at 0 beyond the last
     * @param table up to {@link CodePlanes#LANES_MAX} entries beyond the row are overwritten
     * @param at where the row begins
     */
    public static void note(int[] similarities, int count, int firstUsual, int usualCount, short[] table, int at) {
        if (VectorModule.IS_PRESENT) {
            VectorPromisingPairs.note(similarities, count, firstUsual, usualCount, table, at);
        } else {
            ScalarPromisingPairs.note(similarities, count, firstUsual, usualCount, table, at);
        }
    }

    /** How many of the first {@code size} entries promise at least so much. */
    public static int count(short[] table, int size, int promise) {
        return VectorModule.IS_PRESENT
                ? VectorPromisingPairs.count(table, size, promise)
                : ScalarPromisingPairs.count(table, size, promise);
    }

    /**
     * Finds those of the first {@code size} entries that promise at least so much, the first {@code places.length} of them.
     *
     * @param places gets where in the table they are, in order
     * @return how many were found
     */
    public static int find(short[] table, int size, int promise, int[] places) {
        return VectorModule.IS_PRESENT
                ? VectorPromisingPairs.find(table, size, promise, places)
                : ScalarPromisingPairs.find(table, size, promise, places);
    }

    public static int similarity(short entry) {
        return entry & 0xff;
    }

    public static int promise(short entry) {
        return (entry >> Byte.SIZE) + PROMISE_AT_ZERO;
    }

    static short entry(int promise, int similarity) {
        return (short) ((promise - PROMISE_AT_ZERO) << Byte.SIZE | similarity);
    }
}
