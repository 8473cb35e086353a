package id.sidik.engine.gallery;

import static id.sidik.engine.template.FingerPosition.LEFT_INDEX;
import static id.sidik.engine.template.FingerPosition.RIGHT_INDEX;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.gallery.IndexedGallery.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With so small segments that they are made and merged all the time. */
class IndexedGalleryTest extends GalleryContract {
    static final CompactionPolicy TINY = new CompactionPolicy(4, 2, 0.25, 40, 1);

    @Override
    Gallery create(FakeComparator comparator, Calibration calibration, Partitioning partitioning) {
        IndexedGallery gallery =
                gallery(comparator, calibration, partitioning, new Threads(searches, verifications, 1));
        gallery.start();
        return gallery;
    }

    static IndexedGallery gallery(
            FakeComparator comparator, Calibration calibration, Partitioning partitioning, Threads threads) {
        return new IndexedGallery(
                comparator,
                calibration,
                partitioning,
                threads,
                new SegmentForm(new EverybodyShortlister(), MemoryPages.USUAL),
                TINY,
                SegmentKeeper.NONE,
                System::nanoTime);
    }

    @Test
    void saysThatTheTimeRanOut() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        try (IndexedGallery slow = new IndexedGallery(
                new FakeComparator(_ -> nanos.addAndGet(PATIENCE.toNanos() / 50)),
                CALIBRATION,
                new Partitioning(PARTITIONS),
                new Threads(searches, verifications, 1),
                new SegmentForm(new EverybodyShortlister(), MemoryPages.USUAL),
                CompactionPolicy.USUAL,
                SegmentKeeper.NONE,
                nanos::get)) {
            IntStream.range(0, PARTITIONS).forEach(slow::markReady);
            addSubjects(slow, 100);

            SearchResult result = slow.search(searchFor(finger(RIGHT_INDEX, 3)));

            assertThat(result.partial()).isTrue();
            assertThat(result.coverage().vouched().isEmpty()).isTrue();
            assertThat(result.candidates())
                    .as("found before the time ran out")
                    .extracting(Candidate::subjectId)
                    .containsExactly("subject-3");
        }
    }

    @Test
    void doesNotTakeNoTimeForNobody() throws InterruptedException {
        try (IndexedGallery hasty = gallery(
                new FakeComparator(_ -> {}),
                CALIBRATION,
                new Partitioning(PARTITIONS),
                new Threads(searches, verifications, 1))) {
            IntStream.range(0, PARTITIONS).forEach(hasty::markReady);
            addSubjects(hasty, 3);

            SearchResult result =
                    hasty.search(SearchRequest.of(List.of(finger(RIGHT_INDEX, 1)), 0.1, 10, Duration.ofNanos(1)));

            assertThat(result.partial()).isTrue();
        }
    }

    /** Of what a restored subject has, nothing may be seen before its partition is complete, and everything after. */
    @Test
    void restoresWhatTheStoreTells() throws InterruptedException {
        Gallery restored = galleryWith(new FakeComparator(_ -> {}), CALIBRATION, new Partitioning(PARTITIONS));
        for (int number = 0; number < 100; number++) {
            restored.restore(
                    "subject-" + number,
                    traits(Sex.FEMALE, "a"),
                    List.of(finger(RIGHT_INDEX, number), finger(LEFT_INDEX, 101)));
        }
        assertThat(restored.search(searchFor(finger(RIGHT_INDEX, 7))).partial()).isTrue();
        IntStream.range(0, PARTITIONS).forEach(restored::markReady);

        SearchResult result = restored.search(searchFor(finger(RIGHT_INDEX, 7)).among(SubjectFilter.ofGallery("a")));

        assertThat(result.partial()).isFalse();
        assertThat(result.coverage().searchedReferences()).isEqualTo(200);
        assertThat(result.candidates()).extracting(Candidate::subjectId).containsExactly("subject-7");
        assertThat(restored.referenceCount()).isEqualTo(200);
        assertThat(restored.subjectCount()).isEqualTo(100);
        assertThat(restored.remove("subject-7")).isEqualTo(2);
        assertThat(restored.search(searchFor(finger(RIGHT_INDEX, 7))).candidates())
                .isEmpty();
    }
}
