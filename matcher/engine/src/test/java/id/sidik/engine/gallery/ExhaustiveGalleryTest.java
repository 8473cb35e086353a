package id.sidik.engine.gallery;

import static id.sidik.engine.template.FingerPosition.RIGHT_INDEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.calibration.Calibration;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExhaustiveGalleryTest extends GalleryContract {
    @Override
    Gallery create(FakeComparator comparator, Calibration calibration, Partitioning partitioning) {
        return new ExhaustiveGallery(comparator, calibration, partitioning, searches, verifications);
    }

    @Test
    void doesNotVouchForPartitionsThatLoad() throws InterruptedException {
        Gallery loading = galleryWith(new FakeComparator(_ -> {}), CALIBRATION, new Partitioning(PARTITIONS));
        addSubjects(loading, 20);
        loading.markReady(2);

        SearchResult result = loading.search(searchFor(finger(RIGHT_INDEX, 7)));

        assertThat(result.coverage().complete()).isFalse();
        assertThat(result.coverage().vouched()).isEqualTo(BitSet.valueOf(new byte[] {0b100}));
        assertThat(result.coverage().searchedReferences()).isEqualTo(loading.referenceCount(2));
    }

    @Test
    void doesNotVouchForPartitionsThatAreNotDoneInTime() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Gallery stuck = galleryOf(finger -> {
            if (finger == 7) {
                awaitQuietly(never);
            }
        });
        addSubjects(stuck, 20);
        int slowPartition = stuck.partitionOf("subject-7");

        SearchResult result =
                stuck.search(SearchRequest.of(List.of(finger(RIGHT_INDEX, 3)), 0.1, 10, Duration.ofSeconds(5)));

        assertThat(result.coverage().complete()).isFalse();
        assertThat(result.coverage().vouched().get(slowPartition)).isFalse();
        assertThat(result.coverage().vouched().cardinality()).isEqualTo(PARTITIONS - 1);
    }

    @Test
    void refusesSearchesWhenTooManyWait() {
        ComparisonPool narrow = new ComparisonPool("narrow", 1, PARTITIONS - 2);
        Gallery crowded = new ExhaustiveGallery(
                new FakeComparator(_ -> {}), CALIBRATION, new Partitioning(PARTITIONS), narrow, verifications);
        IntStream.range(0, PARTITIONS).forEach(crowded::markReady);
        CountDownLatch release = new CountDownLatch(1);
        try (narrow;
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch occupied = new CountDownLatch(1);
            Future<?> occupant = caller.submit(() -> narrow.runAll(
                    List.<Callable<Boolean>>of(() -> {
                        occupied.countDown();
                        awaitQuietly(release);
                        return true;
                    }),
                    PATIENCE));
            awaitQuietly(occupied);

            assertThatExceptionOfType(GalleryOverloadedException.class)
                    .isThrownBy(() -> crowded.search(searchFor(finger(RIGHT_INDEX, 1))));

            release.countDown();
            assertThat(occupant).succeedsWithin(PATIENCE);
        }
    }
}
