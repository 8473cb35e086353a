package id.sidik.engine.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Leaves nobody out: for engines without an index, and to measure what an index loses. */
final class EverybodyShortlister implements Shortlister {
    private static final SegmentIndex NONE = new SegmentIndex() {
        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public List<MemorySegment> images() {
            return List.of();
        }
    };

    @Override
    public int finalistsMax() {
        return Integer.MAX_VALUE;
    }

    @Override
    public SegmentIndex index(Segment segment, Arena arena) {
        return NONE;
    }

    @Override
    public SegmentIndex restore(Segment segment, MemorySegment kept) {
        if (kept.byteSize() > 0) {
            throw new IllegalArgumentException("Not an index: nobody is left out, so there is none");
        }
        return NONE;
    }

    @Override
    public Listing listingOf(ProbeSet probes) {
        return (_, rows, promising) -> rows.forEach(row -> promising.take(row, 0));
    }
}
