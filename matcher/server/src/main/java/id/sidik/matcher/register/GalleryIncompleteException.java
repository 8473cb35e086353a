package id.sidik.matcher.register;

import id.sidik.engine.gallery.PartitionCoverage;
import java.util.Locale;

/** Not every partition answered in time. "Nobody found" would be a lie, so nothing is said. */
public final class GalleryIncompleteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GalleryIncompleteException(PartitionCoverage coverage) {
        super(String.format(
                Locale.ROOT,
                "only %d of %d partitions answered in time; ask again with a longer deadline",
                coverage.vouched().cardinality(),
                coverage.partitionCount()));
    }
}
