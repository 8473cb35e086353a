package id.sidik.engine.gallery;

/** Says of a segment's rows who is worth a full comparison. Safe for many threads. */
interface Shortlister {
    /** How many of the best rows of all segments together are compared in full. */
    int finalistsMax();

    /**
     * Looks through one segment.
     *
     * @param rows that may be looked at
     * @param shortlist is given those that are promising, with a score by which they can be told apart across segments
     */
    void shortlist(Segment segment, RowSet rows, ProbeSet probes, RowSink shortlist);

    /** Takes rows and how promising they are: higher is more. */
    @FunctionalInterface
    interface RowSink {
        void take(int row, float score);
    }
}
