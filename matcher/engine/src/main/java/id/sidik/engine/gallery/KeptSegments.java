package id.sidik.engine.gallery;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Segments that were kept from before, handed to a gallery as a guess. Safe for many threads
 * that take; used once. */
public final class KeptSegments {
    private final SegmentForm form;
    private final List<Segment> segments = new ArrayList<>();
    private long nextNumber = 1;

    /** Without any segment. */
    public KeptSegments(MemoryPages pages) {
        this(new SegmentForm(IndexedGallery.SHORTLISTER, pages));
    }

    KeptSegments(SegmentForm form) {
        this.form = form;
    }

    /** Where the bytes of a segment are to be put. */
    @FunctionalInterface
    public interface Filling {
        void fill(MemorySegment image) throws IOException;
    }

    /**
     * Takes a segment.
     *
     * @param number under which it was kept
     * @param sizeBytes of its image
     * @param filling puts the image into memory
     * @throws IOException which {@code filling} threw; the memory is given back
     * @throws IllegalArgumentException if the image is not that segment and its index, as this version lays them out
     */
    public void take(long number, long sizeBytes, Filling filling) throws IOException {
        ErasingArena arena = new ErasingArena(form.pages());
        boolean taken = false;
        try {
            MemorySegment image = arena.allocate(sizeBytes, Segment.PART_ALIGNMENT);
            filling.fill(image);
            long segmentBytes = SegmentLayout.segmentBytes(image);
            Segment segment = new Segment(arena, image.asSlice(0, segmentBytes), true);
            segment.restoreIndex(form.shortlister(), image.asSlice(segmentBytes));
            if (segment.number() != number) {
                throw new IllegalArgumentException("it is another segment");
            }
            add(segment);
            taken = true;
        } finally {
            if (!taken) {
                arena.close();
            }
        }
    }

    private synchronized void add(Segment segment) {
        segments.add(segment);
        skipNumber(segment.number());
    }

    /** The number is not used for a new segment. */
    public synchronized void skipNumber(long number) {
        nextNumber = Math.max(nextNumber, number + 1);
    }

    public synchronized int count() {
        return segments.size();
    }

    synchronized List<Segment> segments() {
        return List.copyOf(segments);
    }

    synchronized long nextNumber() {
        return nextNumber;
    }
}
