package id.sidik.engine.gallery;

import org.jspecify.annotations.Nullable;

/** A segment as one version of the gallery has it: which of its rows still count. Immutable. */
final class SegmentView {
    private final Segment segment;
    private final @Nullable RowSet alive;
    private final int aliveRows;
    private final int aliveReferences;
    private final long erasableSince;

    private SegmentView(
            Segment segment, @Nullable RowSet alive, int aliveRows, int aliveReferences, long erasableSince) {
        this.segment = segment;
        this.alive = alive;
        this.aliveRows = aliveRows;
        this.aliveReferences = aliveReferences;
        this.erasableSince = erasableSince;
    }

    /** All rows count. */
    static SegmentView whole(Segment segment) {
        return new SegmentView(segment, null, segment.rows(), segment.references(), Long.MAX_VALUE);
    }

    /** @param version from which on the other rows are only waiting to be erased */
    static SegmentView of(Segment segment, RowSet alive, long version) {
        int count = alive.count();
        if (count == segment.rows()) {
            return whole(segment);
        }
        int[] references = new int[1];
        alive.forEach(row -> references[0] += segment.referenceCount(row));
        return new SegmentView(segment, alive.copy(), count, references[0], version);
    }

    Segment segment() {
        return segment;
    }

    int aliveRows() {
        return aliveRows;
    }

    /** Of the rows that count. */
    int aliveReferences() {
        return aliveReferences;
    }

    int deadRows() {
        return segment.rows() - aliveRows;
    }

    /** The version in which the first row ceased to count; the greatest number if all rows do. */
    long erasableSince() {
        return erasableSince;
    }

    boolean isAlive(int row) {
        return alive == null || alive.contains(row);
    }

    /** A copy, for the caller to narrow. */
    RowSet aliveSet() {
        return alive == null ? RowSet.all(segment.rows()) : alive.copy();
    }

    SegmentView without(int row, long version) {
        RowSet rest = aliveSet();
        rest.remove(row);
        return new SegmentView(
                segment,
                rest,
                aliveRows - 1,
                aliveReferences - segment.referenceCount(row),
                Math.min(erasableSince, version));
    }

    /** The row of a subject that counts, or -1. */
    int find(byte[] id) {
        int row = segment.find(id);
        return row >= 0 && isAlive(row) ? row : -1;
    }
}
