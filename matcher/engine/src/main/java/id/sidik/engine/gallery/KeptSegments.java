package id.sidik.engine.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Segments that were kept from before, handed to a gallery as a guess. Used by one thread, once. */
public final class KeptSegments {
    private final List<Segment> segments = new ArrayList<>();
    private long nextNumber = 1;

    /** Where the bytes of a segment are to be put. */
    @FunctionalInterface
    public interface Filling<E extends Exception> {
        void fill(MemorySegment image) throws E;
    }

    /**
     * Takes a segment.
     *
     * @param sizeBytes of its image
     * @param filling puts the image into memory; what it throws is thrown on, and the memory given back
     * @throws IllegalArgumentException if the image is not one that this version lays out
     */
    public <E extends Exception> void take(long sizeBytes, Filling<E> filling) throws E {
        Arena arena = Arena.ofShared();
        boolean taken = false;
        try {
            MemorySegment image = arena.allocate(sizeBytes, Long.BYTES);
            filling.fill(image);
            Segment segment = new Segment(arena, image);
            segments.add(segment);
            skipNumber(segment.number());
            taken = true;
        } finally {
            if (!taken) {
                arena.close();
            }
        }
    }

    /** The number is not used for a new segment. */
    public void skipNumber(long number) {
        nextNumber = Math.max(nextNumber, number + 1);
    }

    public int count() {
        return segments.size();
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    long nextNumber() {
        return nextNumber;
    }
}
