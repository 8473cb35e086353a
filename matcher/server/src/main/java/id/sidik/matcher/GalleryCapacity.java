package id.sidik.matcher;

import id.sidik.engine.FingerEngine;

/** How many references an engine's gallery may hold in the memory of a machine. */
final class GalleryCapacity {
    /**
     * Outside the heap, of our gallery: some 0.55 kB of template, 1.3 kB of triplet index, the subject's id and tables. The profiles
     * plan with the same ({@code size.gallery-bytes-per-reference}).
     */
    static final int INDEXED_BYTES_PER_REFERENCE = 2_048;

    /** On the heap, of the baseline's: 12 kB for 40 minutiae, and large prints take more. */
    private static final int HEAP_BYTES_PER_REFERENCE = 16 * 1_024;
    /** Of the heap; the rest is for requests, images and the collector. */
    private static final double GALLERY_HEAP_SHARE = 0.6;
    /** What is left free, first: the system, and three JVMs apart from their heaps. */
    private static final long RESERVE_BYTES = 1L << 30;
    /** And of all memory: heaps of the other processes, segments that are laid out anew beside the old ones, the page cache. */
    private static final double RESERVE_SHARE = 0.2;
    /** 32 MiB, which fit wherever the matcher starts at all. */
    private static final long INDEXED_MIN = 1 << 14;

    private GalleryCapacity() {}

    /** At least 1. */
    static long references(FingerEngine engine, Machine machine) {
        return switch (engine) {
            case SIDIK -> {
                double reserved = RESERVE_BYTES + RESERVE_SHARE * machine.memoryBytes();
                double left = machine.memoryBytes() - machine.heapBytesMax() - reserved;
                yield Math.max(INDEXED_MIN, (long) (left / INDEXED_BYTES_PER_REFERENCE));
            }
            case SOURCEAFIS ->
                Math.max(1, (long) (GALLERY_HEAP_SHARE * machine.heapBytesMax() / HEAP_BYTES_PER_REFERENCE));
        };
    }
}
