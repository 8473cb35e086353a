package id.sidik.engine.gallery;

/** Leaves nobody out: for engines without an index, and to measure what an index loses. */
final class EverybodyShortlister implements Shortlister {
    @Override
    public int finalistsMax() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void shortlist(Segment segment, RowSet rows, ProbeSet probes, RowSink shortlist) {
        rows.forEach(row -> shortlist.take(row, 0));
    }
}
