package id.sidik.matcher;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.gallery.VerificationResult;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A gallery that leaves everything to another one; tests override what they look at. */
class GalleryLens implements Gallery {
    private final Gallery behind;

    GalleryLens(Gallery behind) {
        this.behind = behind;
    }

    @Override
    public String algorithm() {
        return behind.algorithm();
    }

    @Override
    public int partitionCount() {
        return behind.partitionCount();
    }

    @Override
    public int partitionOf(String subjectId) {
        return behind.partitionOf(subjectId);
    }

    @Override
    public void markReady(int partition) {
        behind.markReady(partition);
    }

    @Override
    public boolean isReady(int partition) {
        return behind.isReady(partition);
    }

    @Override
    public void add(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        behind.add(subjectId, traits, references);
    }

    @Override
    public void restore(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        behind.restore(subjectId, traits, references);
    }

    @Override
    public void eraseRemoved() {
        behind.eraseRemoved();
    }

    @Override
    public int remove(String subjectId) {
        return behind.remove(subjectId);
    }

    @Override
    public boolean contains(String subjectId) {
        return behind.contains(subjectId);
    }

    @Override
    public long referenceCount() {
        return behind.referenceCount();
    }

    @Override
    public long referenceCount(int partition) {
        return behind.referenceCount(partition);
    }

    @Override
    public long subjectCount() {
        return behind.subjectCount();
    }

    @Override
    public long version() {
        return behind.version();
    }

    @Override
    public List<String> subjectIdsAfter(Optional<String> last, int max) {
        return behind.subjectIdsAfter(last, max);
    }

    @Override
    public SearchResult search(SearchRequest request) throws InterruptedException {
        return behind.search(request);
    }

    @Override
    public List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) throws InterruptedException {
        return behind.searchAll(requests, timeLimit);
    }

    @Override
    public VerificationResult verify(String subjectId, List<FingerTemplate> probes, Duration timeLimit)
            throws InterruptedException {
        return behind.verify(subjectId, probes, timeLimit);
    }
}
