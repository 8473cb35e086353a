package id.sidik.engine.gallery;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Memory in pages of 2 MB: a search reads a few thousand places all over a block, and each in a page of its own of 4 kB costs a walk
 * through the page table. Asked of Linux with madvise(2), which must come before the memory is touched; so it is mapped here. Whether
 * it is granted is the administrator's choice ({@code /sys/kernel/mm/transparent_hugepage/enabled}: {@code madvise} or {@code always}).
 */
final class HugePages {
    static final long PAGE_BYTES = 2L << 20;

    /** Smaller memory would waste more in its last page than it gains. */
    static final long WORTHWHILE_BYTES = 2 * PAGE_BYTES;

    /** As in Linux's mman.h on x86-64 and aarch64. */
    private static final int PROT_READ_AND_WRITE = 0x3;

    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MADV_HUGEPAGE = 14;
    private static final long MAP_FAILED = -1;

    private static final Optional<HugePages> OF_LINUX = isLinux() ? Optional.of(new HugePages()) : Optional.empty();

    private final MethodHandle mmap = function(
            "mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    private final MethodHandle munmap = function("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
    private final MethodHandle madvise =
            function("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux")
                && Linker.nativeLinker().defaultLookup().find("madvise").isPresent();
    }

    @SuppressWarnings("restricted") // Foreign functions are what this class is for.
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    /**
     * Zeros that begin with a page, and are unmapped when the arena closes.
     *
     * @param byteSize at least {@link #WORTHWHILE_BYTES}, else there is nothing
     * @return empty where there are no such pages to ask for, or no memory
     */
    static Optional<MemorySegment> allocate(long byteSize, Arena arena) {
        return byteSize < WORTHWHILE_BYTES ? Optional.empty() : OF_LINUX.flatMap(linux -> linux.map(byteSize, arena));
    }

    @SuppressWarnings("restricted") // as above
    private Optional<MemorySegment> map(long byteSize, Arena arena) {
        long mappedBytes = byteSize + PAGE_BYTES; // wherever it begins, a page begins in the first 2 MB
        try {
            MemorySegment anywhere = (MemorySegment) mmap.invokeExact(
                    MemorySegment.NULL, mappedBytes, PROT_READ_AND_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L);
            if (anywhere.address() == MAP_FAILED) {
                return Optional.empty();
            }
            MemorySegment mapped = anywhere.reinterpret(mappedBytes, arena, this::unmap);
            int _ = (int) madvise.invokeExact(mapped, mappedBytes, MADV_HUGEPAGE); // then pages are small
            return Optional.of(mapped.asSlice(
                    -mapped.address() & (PAGE_BYTES - 1), byteSize, ValueLayout.JAVA_LONG.byteAlignment()));
        } catch (Throwable e) {
            throw new IllegalStateException("the C library's mmap cannot be called", e);
        }
    }

    private void unmap(MemorySegment mapped) {
        try {
            int _ = (int) munmap.invokeExact(mapped, mapped.byteSize());
        } catch (Throwable e) {
            throw new IllegalStateException("the C library's munmap cannot be called", e);
        }
    }
}
