package id.sidik.engine.gallery;

/** Which pages the memory of segments is asked for in. */
public enum MemoryPages {
    /** Of 2 MB, where the system grants them: see {@link HugePages}. A search then waits less for the page table. */
    HUGE,
    /** As the system gives them: for boxes whose memory is too scarce to be rounded up. */
    USUAL
}
