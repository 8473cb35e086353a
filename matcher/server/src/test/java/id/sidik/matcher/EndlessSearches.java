package id.sidik.matcher;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A gallery whose searches last until they are interrupted, and which tells when one has begun and when it has ended. */
final class EndlessSearches extends GalleryLens {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    EndlessSearches(Gallery behind) {
        super(behind);
    }

    @Override
    public SearchResult search(SearchRequest request) throws InterruptedException {
        throw endless();
    }

    @Override
    public List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) throws InterruptedException {
        throw endless();
    }

    private IllegalStateException endless() throws InterruptedException {
        begun.countDown();
        try {
            never.await();
            return new IllegalStateException("never came");
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    void awaitInterrupted() throws InterruptedException {
        interrupted.await();
    }
}
