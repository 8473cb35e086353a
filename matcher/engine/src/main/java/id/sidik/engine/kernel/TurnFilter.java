package id.sidik.engine.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Copies those of a run of 32-bit entries whose turn lies within a window around a probe's, in their order. The turn is six bits of
 * an entry, in 64ths of a turn, and wraps. Reads 4 bytes an entry, writes 4 for each that passes.
 */
public final class TurnFilter {
    /** An entry's turn begins at this bit. */
    public static final int TURN_SHIFT = 10;

    /** Entries that may be written beyond the last that passes: callers leave as much room. */
    public static final int SLACK = CodePlanes.LANES_MAX;

    static final int TURN_MASK = 63;

    private TurnFilter() {}

    /**
     * Copies what passes.
     *
     * @param entries of 4 bytes each, in the machine's order; {@link #SLACK} more may be read beyond the end
     * @param first the first entry of the run
     * @param end the one after the last
     * @param turn of the probe, 0 to 63
     * @param turnMax by which an entry's turn may differ from it, 0 to 31
     * @param passed is written from {@code count} on; has room for the run and {@link #SLACK} more
     * @return the count with what passed
     */
    public static int filter(
            MemorySegment entries, int first, int end, int turn, int turnMax, int[] passed, int count) {
        return VectorModule.IS_PRESENT
                ? VectorTurnFilter.filter(entries, first, end, turn, turnMax, passed, count)
                : ScalarTurnFilter.filter(entries, first, end, turn, turnMax, passed, count);
    }
}
