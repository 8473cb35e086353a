package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.TurnFilter.TURN_MASK;
import static id.sidik.engine.kernel.TurnFilter.TURN_SHIFT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ULT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** {@link TurnFilter} with an entry in each lane; what passes is moved together and stored at once; what lies
 * beyond the end passes as well, but after the rest, and is not counted. */
public final class VectorTurnFilter {
    /** Where the turn's bits are shifted, so that it wraps by itself; what then lies below it, is less than one turn. */
    private static final int TURN_TOP = Integer.SIZE - Integer.bitCount(TURN_MASK);

    private VectorTurnFilter() {}

    /** As {@link TurnFilter#filter}. */
    public static int filter(
            MemorySegment entries, int first, int end, int turn, int turnMax, int[] passed, int count) {
        int next = count;
        int least = (turn - turnMax) << TURN_TOP;
        int beyond = (2 * turnMax + 1) << TURN_TOP;
        for (int at = first; at < end; at += INTS.length()) {
            IntVector entry =
                    IntVector.fromMemorySegment(INTS, entries, (long) at * Integer.BYTES, ByteOrder.nativeOrder());
            VectorMask<Integer> passes =
                    entry.lanewise(LSHL, TURN_TOP - TURN_SHIFT).sub(least).compare(ULT, beyond);
            entry.compress(passes).intoArray(passed, next);
            next += Long.bitCount(passes.toLong() & (-1L >>> Math.max(0, Long.SIZE - (end - at))));
        }
        return next;
    }
}
