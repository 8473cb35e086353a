package id.sidik.engine.comparison;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Scratch memory for any number of threads. A thread takes what lies in its slot and puts it back; two threads that share a slot
 * cost an allocation, never a wait and never an answer. At most {@link #SLOTS} are kept.
 */
final class ScratchPool {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<PrintComparison> slots = new AtomicReferenceArray<>(SLOTS);

    PrintComparison take() {
        PrintComparison own = slots.getAndSet(slot(), null);
        return own == null ? new PrintComparison() : own;
    }

    void giveBack(PrintComparison scratch) {
        slots.set(slot(), scratch);
    }

    private static int slot() {
        return (int) Thread.currentThread().threadId() & (SLOTS - 1);
    }
}
