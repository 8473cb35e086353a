package id.sidik.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HugePagesTest {
    private static final long BYTES = HugePages.WORTHWHILE_BYTES + 12_345;

    @Test
    @EnabledOnOs(OS.LINUX)
    void largeMemoryIsZeroedAlignedAndAskedToBeHuge() throws IOException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = HugePages.allocate(BYTES, arena).orElseThrow();
            assertThat(memory.byteSize()).isEqualTo(BYTES);
            assertThat(memory.address() % HugePages.PAGE_BYTES).isZero();
            assertThat(memory.get(ValueLayout.JAVA_BYTE, BYTES - 1)).isZero();
            memory.set(ValueLayout.JAVA_BYTE, BYTES - 1, (byte) 7);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, BYTES - 1)).isEqualTo((byte) 7);
            assertThat(flagsOf(memory.address())).contains(" hg");
        }
    }

    /** What the kernel knows of the mapping that an address lies in. */
    private static String flagsOf(long address) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
        boolean isInside = false;
        for (String line : lines) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                String[] bounds = line.substring(0, line.indexOf(' ')).split("-", -1);
                isInside = Long.compareUnsigned(Long.parseUnsignedLong(bounds[0], 16), address) <= 0
                        && Long.compareUnsigned(address, Long.parseUnsignedLong(bounds[1], 16)) < 0;
            } else if (isInside && line.startsWith("VmFlags")) {
                return line;
            }
        }
        throw new IllegalStateException("no mapping holds the memory");
    }

    @Test
    void memoryEndsWithItsArena() {
        ErasingArena arena = new ErasingArena(MemoryPages.HUGE);
        MemorySegment memory = arena.allocate(BYTES, Long.BYTES);
        arena.close();
        assertThatThrownBy(() -> memory.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotAskedForWhereItIsNotWanted() throws IOException {
        try (ErasingArena arena = new ErasingArena(MemoryPages.USUAL)) {
            MemorySegment memory = arena.allocate(BYTES, Long.BYTES);
            memory.set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
            assertThat(flagsOf(memory.address())).doesNotContain(" hg");
        }
        try (ErasingArena arena = new ErasingArena(MemoryPages.HUGE)) {
            assertThat(flagsOf(arena.allocate(BYTES, Long.BYTES).address())).contains(" hg");
        }
    }

    @Test
    void littleMemoryIsNotWorthIt() {
        try (Arena arena = Arena.ofShared()) {
            assertThat(HugePages.allocate(HugePages.WORTHWHILE_BYTES - 1, arena))
                    .isEmpty();
        }
    }
}
