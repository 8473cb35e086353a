package id.sidik.engine.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Says who is worth a full comparison, with the help of an index that each segment carries. Safe for many threads. */
interface Shortlister {
    /** How many of the best rows of all segments together are compared in full. */
    int finalistsMax();

    /**
     * Makes the index of a segment, outside the heap; may take seconds.
     *
     * @param arena which ends with the segment
     */
    SegmentIndex index(Segment segment, Arena arena);

    /**
     * The index of a segment from its {@linkplain SegmentIndex#images images}, one after the other; takes a fraction of the time.
     *
     * @param kept lives as long as the segment
     * @throws IllegalArgumentException if it is not an index of such a segment, as this version makes it
     */
    SegmentIndex restore(Segment segment, MemorySegment kept);

    /** Prepares to look for some probes in many segments. */
    Listing listingOf(ProbeSet probes);

    /** What a shortlister made of a segment; its own business. */
    interface SegmentIndex {
        /** Of memory outside the heap, beside the segment's rows. */
        long sizeBytes();

        /** What may be kept of it, read-only; each image is a multiple of {@link Segment#PART_ALIGNMENT} long. */
        List<MemorySegment> images();
    }

    /** A search as a shortlister makes it. */
    interface Listing {
        /**
         * Looks through one segment, which was indexed by the same shortlister.
         *
         * @param rows that may be listed
         * @param promising is given those that are, with a score by which they can be told apart across segments
         */
        void list(Segment segment, RowSet rows, RowSink promising);
    }

    /** Takes rows and how promising they are: higher is more. */
    @FunctionalInterface
    interface RowSink {
        /** The score of a row that is to be compared whoever else is. */
        float CERTAINLY = Float.POSITIVE_INFINITY;

        void take(int row, float score);
    }
}
