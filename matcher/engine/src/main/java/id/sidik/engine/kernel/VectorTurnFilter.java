package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.TurnFilter.TURN_MASK;
import static id.sidik.engine.kernel.TurnFilter.TURN_SHIFT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** {@link TurnFilter} with an entry in each lane; what passes is moved together and stored at once. */
public final class VectorTurnFilter {
    private VectorTurnFilter() {}

    /** As {@link TurnFilter#filter}. */
    public static int filter(
            MemorySegment entries, int first, int end, int turn, int turnMax, int[] passed, int count) {
        int next = count;
        for (int at = first; at < end; at += INTS.length()) {
            IntVector entry =
                    IntVector.fromMemorySegment(INTS, entries, (long) at * Integer.BYTES, ByteOrder.nativeOrder());
            VectorMask<Integer> passes = entry.lanewise(LSHR, TURN_SHIFT)
                    .neg()
                    .add(turn + turnMax)
                    .and(TURN_MASK)
                    .compare(LE, 2 * turnMax)
                    .and(INTS.indexInRange(at, end));
            entry.compress(passes).intoArray(passed, next);
            next += passes.trueCount();
        }
        return next;
    }
}
