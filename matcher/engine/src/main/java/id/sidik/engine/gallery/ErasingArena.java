package id.sidik.engine.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory for all threads, in {@linkplain HugePages huge pages} where that is wanted and it is large, that is overwritten before it is given
 * back: it held templates, and what was made of them.
 */
final class ErasingArena implements Arena {
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> allocated = new ArrayList<>();
    private final MemoryPages pages;

    ErasingArena(MemoryPages pages) {
        this.pages = pages;
    }

    @Override
    public synchronized MemorySegment allocate(long byteSize, long byteAlignment) {
        MemorySegment memory = switch (pages) {
            case HUGE -> HugePages.allocate(byteSize, arena).orElseGet(() -> arena.allocate(byteSize, byteAlignment));
            case USUAL -> arena.allocate(byteSize, byteAlignment);
        };
        allocated.add(memory);
        return memory;
    }

    @Override
    public MemorySegment.Scope scope() {
        return arena.scope();
    }

    @Override
    public synchronized void close() {
        allocated.forEach(memory -> memory.fill((byte) 0));
        arena.close();
    }
}
