package id.sidik.engine.gallery;

import java.lang.foreign.Arena;

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

    /** Prepares to look for some probes in many segments. */
    Listing listingOf(ProbeSet probes);

    /** What a shortlister made of a segment; its own business. */
    interface SegmentIndex {
        /** Of memory outside the heap, beside the segment's rows. */
        long sizeBytes();
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
        void take(int row, float score);
    }
}
