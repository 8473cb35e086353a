package id.sidik.matcher;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import java.time.Duration;
import java.util.List;

/** A gallery that nobody should search. */
final class UnusedSearches extends GalleryLens {
    UnusedSearches(Gallery behind) {
        super(behind);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        throw new IllegalStateException("somebody searches");
    }

    @Override
    public List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) {
        throw new IllegalStateException("somebody searches");
    }
}
