package id.sidik.engine.gallery;

import java.lang.foreign.Arena;

/** Leaves nobody out: for engines without an index, and to measure what an index loses. */
final class EverybodyShortlister implements Shortlister {
    @Override
    public int finalistsMax() {
        return Integer.MAX_VALUE;
    }

    @Override
    public SegmentIndex index(Segment segment, Arena arena) {
        return () -> 0;
    }

    @Override
    public Listing listingOf(ProbeSet probes) {
        return (_, rows, promising) -> rows.forEach(row -> promising.take(row, 0));
    }
}
