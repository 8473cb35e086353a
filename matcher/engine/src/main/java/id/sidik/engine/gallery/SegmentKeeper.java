package id.sidik.engine.gallery;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Keeps copies of segments where they outlive the process. What is kept holds templates, and is derived: losing a copy costs time
 * at the next start and nothing else. Safe for many threads.
 */
public interface SegmentKeeper {
    /** Keeps nothing. */
    SegmentKeeper NONE = new SegmentKeeper() {
        @Override
        public void keep(long number, List<MemorySegment> parts) {}

        @Override
        public void forget(long number) {}
    };

    /**
     * Keeps a copy, unless the segment has been forgotten already or there is no room. Tells nobody of a failure but who looks
     * after the disk, for the gallery is none the worse.
     *
     * @param number never used for another segment
     * @param parts of its image, one after the other; to be read during the call only
     */
    void keep(long number, List<MemorySegment> parts);

    /**
     * Destroys the copy, if there is one: when this returns, nothing of it can be read any more, and no copy will be made.
     *
     * @throws java.io.UncheckedIOException if it can not be destroyed
     */
    void forget(long number);
}
