package id.sidik.engine.gallery;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.template.FingerPosition;
import org.jspecify.annotations.Nullable;

/** A row of a segment, read where it lies. For one thread, which holds the segment. */
final class SegmentRow implements SubjectRow {
    private final Segment segment;
    private final int row;
    private final TemplatePayloads payloads;
    private final @Nullable PreparedReference[] prepared;

    SegmentRow(Segment segment, int row, TemplatePayloads payloads) {
        this.segment = segment;
        this.row = row;
        this.payloads = payloads;
        this.prepared = new @Nullable PreparedReference[segment.referenceCount(row)];
    }

    @Override
    public String id() {
        return segment.id(row);
    }

    @Override
    public int partition() {
        return segment.partition(row);
    }

    @Override
    public SubjectTraits traits() {
        return segment.traits(row);
    }

    @Override
    public int referenceCount() {
        return prepared.length;
    }

    @Override
    public FingerPosition finger(int reference) {
        return segment.finger(segment.firstReference(row) + reference);
    }

    @Override
    public byte[] payload(int reference) {
        return segment.payload(segment.firstReference(row) + reference);
    }

    @Override
    public PreparedReference prepared(int reference) {
        PreparedReference known = prepared[reference];
        if (known == null) {
            known = payloads.prepare(payload(reference));
            prepared[reference] = known;
        }
        return known;
    }
}
