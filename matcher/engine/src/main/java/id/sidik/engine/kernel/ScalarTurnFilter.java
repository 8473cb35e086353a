package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.TurnFilter.TURN_MASK;
import static id.sidik.engine.kernel.TurnFilter.TURN_SHIFT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@link TurnFilter}, entry by entry. */
public final class ScalarTurnFilter {
    private ScalarTurnFilter() {}

    /** As {@link TurnFilter#filter}. */
    public static int filter(
            MemorySegment entries, int first, int end, int turn, int turnMax, int[] passed, int count) {
        int next = count;
        for (int at = first; at < end; at++) {
            int entry = entries.getAtIndex(ValueLayout.JAVA_INT, at);
            if ((turn + turnMax - (entry >>> TURN_SHIFT) & TURN_MASK) <= 2 * turnMax) {
                passed[next++] = entry;
            }
        }
        return next;
    }
}
