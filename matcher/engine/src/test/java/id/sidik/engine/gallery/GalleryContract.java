package id.sidik.engine.gallery;

import static id.sidik.engine.template.FingerPosition.LEFT_INDEX;
import static id.sidik.engine.template.FingerPosition.RIGHT_INDEX;
import static id.sidik.engine.template.FingerPosition.RIGHT_THUMB;
import static id.sidik.engine.template.FingerPosition.UNKNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every gallery promises. */
abstract class GalleryContract {
    static final int PARTITIONS = 4;
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(50);
    static final Calibration CALIBRATION = new Calibration(FakeComparator.ALGORITHM.toString(), 40, 1e-4, 10);
    private static final double MATE_FMR = 1e-10;

    final ComparisonPool searches = new ComparisonPool("search", 2, 16);
    final ComparisonPool verifications = new ComparisonPool("verify", 1, 4);
    private final List<Gallery> made = new ArrayList<>();
    private final AtomicInteger comparisons = new AtomicInteger();
    private final Gallery gallery = galleryOf(_ -> comparisons.incrementAndGet());

    @AfterEach
    final void stopThreads() throws Exception {
        for (Gallery one : made) {
            if (one instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
        searches.close();
        verifications.close();
    }

    @Test
    void findsTheSubjectOfAProbe() throws InterruptedException {
        addSubjects(gallery, 20);

        SearchResult result = gallery.search(searchFor(finger(RIGHT_INDEX, 7)));

        assertThat(result.candidates()).hasSize(1);
        Candidate candidate = result.candidates().getFirst();
        assertThat(candidate.subjectId()).isEqualTo("subject-7");
        assertThat(candidate.finger()).isEqualTo(RIGHT_INDEX);
        assertThat(candidate.fmr()).isCloseTo(MATE_FMR, within(1e-14));
        assertThat(candidate.fpir()).isCloseTo(20 * MATE_FMR, within(1e-14));
    }

    @Test
    void returnsNobodyBeyondTheTargetRate() throws InterruptedException {
        addSubjects(gallery, 20);
        List<FingerTemplate> probes = List.of(finger(RIGHT_INDEX, 7));

        assertThat(gallery.search(SearchRequest.of(probes, 30 * MATE_FMR, 10, PATIENCE))
                        .candidates())
                .hasSize(1);
        assertThat(gallery.search(SearchRequest.of(probes, 10 * MATE_FMR, 10, PATIENCE))
                        .candidates())
                .isEmpty();
    }

    @Test
    void makesOneCandidateOfASubjectFoundByTwoFingers() throws InterruptedException {
        gallery.add("somebody", List.of(finger(RIGHT_INDEX, 1), finger(LEFT_INDEX, 2)));

        SearchResult result = gallery.search(searchFor(finger(RIGHT_INDEX, 1), finger(LEFT_INDEX, 2)));

        assertThat(result.candidates()).extracting(Candidate::subjectId).containsExactly("somebody");
        assertThat(result.candidates().getFirst().fmr())
                .as("two fingers support each other")
                .isEqualTo(Calibration.FMR_MIN);
    }

    @Test
    void comparesOnlyFingersThatMayBeTheSame() throws InterruptedException {
        gallery.add("somebody", List.of(finger(RIGHT_INDEX, 1), finger(LEFT_INDEX, 1), finger(UNKNOWN, 1)));

        assertThat(gallery.search(searchFor(finger(RIGHT_THUMB, 1))).candidates())
                .hasSize(1);
        assertThat(comparisons).as("the unknown finger alone").hasValue(1);
        assertThat(gallery.search(searchFor(finger(UNKNOWN, 1))).candidates()).hasSize(1);
        assertThat(comparisons).as("and then all three").hasValue(4);
    }

    @Test
    void returnsTheBestCandidatesFirstAndNoMoreThanAskedFor() throws InterruptedException {
        for (int subject = 0; subject < 30; subject++) {
            gallery.add("twin-" + (10 + subject), List.of(finger(RIGHT_INDEX, 1)));
        }

        SearchResult result = gallery.search(SearchRequest.of(List.of(finger(RIGHT_INDEX, 1)), 0.1, 3, PATIENCE));

        assertThat(result.candidates())
                .extracting(Candidate::subjectId)
                .as("equals come in the order of their ids")
                .containsExactly("twin-10", "twin-11", "twin-12");
    }

    @Test
    void leavesTheExcludedSubjectOut() throws InterruptedException {
        gallery.add("self", List.of(finger(RIGHT_INDEX, 1)));
        gallery.add("double", List.of(finger(RIGHT_INDEX, 1)));

        SearchResult result = gallery.search(searchFor(finger(RIGHT_INDEX, 1)).excluding("self"));

        assertThat(result.candidates()).extracting(Candidate::subjectId).containsExactly("double");
    }

    @Test
    void vouchesForAllPartitionsWhenAllAreReady() throws InterruptedException {
        addSubjects(gallery, 20);

        PartitionCoverage coverage =
                gallery.search(searchFor(finger(RIGHT_INDEX, 7))).coverage();

        assertThat(coverage.complete()).isTrue();
        assertThat(coverage.vouched().cardinality()).isEqualTo(PARTITIONS);
        assertThat(coverage.searchedReferences()).isEqualTo(20);
    }

    @Test
    void failsTheSearchWhenAComparisonFails() {
        Gallery broken = galleryOf(_ -> {
            throw new IllegalArgumentException("broken");
        });
        addSubjects(broken, 1);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.search(searchFor(finger(RIGHT_INDEX, 1))))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void verifiesAgainstOneSubjectOnly() throws InterruptedException {
        addSubjects(gallery, 20);

        assertThat(gallery.verify("subject-7", List.of(finger(RIGHT_INDEX, 7)), PATIENCE))
                .isInstanceOfSatisfying(VerificationResult.Compared.class, compared -> {
                    assertThat(compared.fmr()).isCloseTo(MATE_FMR, within(1e-14));
                    assertThat(compared.finger()).isEqualTo(RIGHT_INDEX);
                    assertThat(compared.comparisons()).isEqualTo(1);
                });
        assertThat(gallery.verify("subject-8", List.of(finger(RIGHT_INDEX, 7)), PATIENCE))
                .isInstanceOfSatisfying(
                        VerificationResult.Compared.class,
                        compared -> assertThat(compared.fmr()).isEqualTo(1, within(1e-9)));
        assertThat(comparisons).hasValue(2);
    }

    @Test
    void saysThatNothingIsEnrolledRatherThanThatNothingMatches() throws InterruptedException {
        addSubjects(gallery, 3);

        assertThat(gallery.verify("stranger", List.of(finger(RIGHT_INDEX, 1)), PATIENCE))
                .isEqualTo(new VerificationResult.NotEnrolled());
        assertThat(gallery.verify("subject-1", List.of(finger(LEFT_INDEX, 1)), PATIENCE))
                .as("another finger")
                .isEqualTo(new VerificationResult.NotEnrolled());
    }

    @Test
    void saysThatItLoadsRatherThanThatNothingIsEnrolled() throws InterruptedException {
        Gallery loading = galleryWith(new FakeComparator(_ -> {}), CALIBRATION, new Partitioning(1));

        assertThat(loading.verify("anybody", List.of(finger(RIGHT_INDEX, 1)), PATIENCE))
                .isEqualTo(new VerificationResult.Loading(0));
    }

    @Test
    void saysThatTimeRanOut() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Gallery stuck = galleryOf(_ -> awaitQuietly(never));
        addSubjects(stuck, 1);

        assertThat(stuck.verify("subject-0", List.of(finger(RIGHT_INDEX, 0)), MOMENT))
                .isEqualTo(new VerificationResult.TimedOut());
    }

    @Test
    void verifiesWhileSearchesAreStuck() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch searching = new CountDownLatch(1);
        Gallery busy = galleryOf(finger -> {
            if (finger == 7) {
                searching.countDown();
                awaitQuietly(release);
            }
        });
        addSubjects(busy, 20);
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SearchResult> search = caller.submit(() -> busy.search(searchFor(finger(RIGHT_INDEX, 3))));
            awaitQuietly(searching);

            assertThat(busy.verify("subject-1", List.of(finger(RIGHT_INDEX, 1)), PATIENCE))
                    .isInstanceOf(VerificationResult.Compared.class);

            release.countDown();
            assertThat(search).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void countsWhatItHolds() {
        gallery.add("a", List.of(finger(RIGHT_INDEX, 1)));
        gallery.add("a", List.of(finger(LEFT_INDEX, 2), finger(RIGHT_THUMB, 3)));
        gallery.add("b", List.of(finger(RIGHT_INDEX, 4)));

        assertThat(gallery.referenceCount()).isEqualTo(4);
        assertThat(gallery.subjectCount()).isEqualTo(2);
        assertThat(IntStream.range(0, PARTITIONS)
                        .mapToLong(gallery::referenceCount)
                        .sum())
                .isEqualTo(4);
        assertThat(gallery.contains("a")).isTrue();

        assertThat(gallery.remove("a")).isEqualTo(3);
        assertThat(gallery.remove("a")).as("the second time").isZero();
        assertThat(gallery.contains("a")).isFalse();
        assertThat(gallery.referenceCount()).isEqualTo(1);
        assertThat(gallery.referenceCount(gallery.partitionOf("a")) + gallery.referenceCount(gallery.partitionOf("b")))
                .isEqualTo(gallery.partitionOf("a") == gallery.partitionOf("b") ? 2 : 1);
    }

    @Test
    void refusesMoreReferencesThanASubjectMayHave() {
        List<FingerTemplate> many = Stream.generate(() -> finger(RIGHT_INDEX, 1))
                .limit(Subject.REFERENCES_MAX)
                .toList();
        gallery.add("a", many);

        assertThatIllegalArgumentException().isThrownBy(() -> gallery.add("a", List.of(finger(RIGHT_INDEX, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> gallery.add("b", List.of()));
        assertThat(gallery.referenceCount()).isEqualTo(Subject.REFERENCES_MAX);
    }

    @Test
    void refusesTheCalibrationOfAnotherComparator() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> galleryWith(new FakeComparator(_ -> {}), Calibration.SOURCEAFIS, new Partitioning(1)));
    }

    @Test
    void searchesOnlyAmongThoseWhoPassTheFilter() throws InterruptedException {
        gallery.add("her", traits(Sex.FEMALE, "a"), List.of(finger(RIGHT_INDEX, 1)));
        gallery.add("him", traits(Sex.MALE, "b"), List.of(finger(RIGHT_INDEX, 1)));
        gallery.add("somebody", List.of(finger(RIGHT_INDEX, 1)));

        SearchRequest request = searchFor(finger(RIGHT_INDEX, 1));
        assertThat(idsOf(request)).containsExactlyInAnyOrder("her", "him", "somebody");
        assertThat(idsOf(request.among(SubjectFilter.ofSex(Sex.FEMALE)))).containsExactlyInAnyOrder("her", "somebody");
        assertThat(idsOf(request.among(SubjectFilter.ofGallery("b")))).containsExactly("him");
    }

    /** Fewer subjects are fewer chances to be wrong. */
    @Test
    void countsOnlyThoseWhoPassedTheFilter() throws InterruptedException {
        addSubjects(gallery, 20);
        gallery.add("him", traits(Sex.MALE, "b"), List.of(finger(RIGHT_INDEX, 100)));

        SearchResult all = gallery.search(searchFor(finger(RIGHT_INDEX, 100)));
        SearchResult few = gallery.search(searchFor(finger(RIGHT_INDEX, 100)).among(SubjectFilter.ofGallery("b")));

        assertThat(all.subjectsConsidered()).isEqualTo(21);
        assertThat(all.candidates().getFirst().fpir()).isCloseTo(21 * MATE_FMR, within(1e-14));
        assertThat(few.subjectsConsidered()).isEqualTo(1);
        assertThat(few.candidates().getFirst().fpir()).isCloseTo(MATE_FMR, within(1e-14));
        assertThat(few.partial()).isFalse();
    }

    @Test
    void answersABatchAsItAnswersEachAlone() throws InterruptedException {
        addSubjects(gallery, 50);
        List<SearchRequest> requests = IntStream.range(0, 60)
                .mapToObj(number -> searchFor(finger(RIGHT_INDEX, number)).excluding("subject-7"))
                .toList();

        List<SearchResult> together = gallery.searchAll(requests, PATIENCE);

        for (int i = 0; i < requests.size(); i++) {
            assertThat(together.get(i).candidates())
                    .isEqualTo(gallery.search(requests.get(i)).candidates());
            assertThat(together.get(i).version()).isEqualTo(gallery.version());
        }
    }

    @Test
    void refusesEmptyBatchesAndTimes() {
        assertThatIllegalArgumentException().isThrownBy(() -> gallery.searchAll(List.of(), PATIENCE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gallery.searchAll(List.of(searchFor(finger(RIGHT_INDEX, 1))), Duration.ZERO));
    }

    @Test
    void namesANewVersionForEachChange() {
        long empty = gallery.version();
        gallery.add("a", List.of(finger(RIGHT_INDEX, 1)));
        long one = gallery.version();
        gallery.remove("a");

        assertThat(one).isGreaterThan(empty);
        assertThat(gallery.version()).isGreaterThan(one);
    }

    @Test
    void walksOverEachSubjectOnceAndResumesAnywhere() {
        addSubjects(gallery, 100);
        List<String> whole = gallery.subjectIdsAfter(Optional.empty(), 1_000);

        List<String> inPages = new ArrayList<>();
        Optional<String> last = Optional.empty();
        List<String> page = gallery.subjectIdsAfter(last, 7);
        while (!page.isEmpty()) {
            inPages.addAll(page);
            last = Optional.of(page.getLast());
            gallery.remove(page.getLast());
            page = gallery.subjectIdsAfter(last, 7);
        }

        assertThat(whole).hasSize(100).doesNotHaveDuplicates();
        assertThat(inPages).isEqualTo(whole);
    }

    /** A subject comes and goes, always with both its fingers: a search that meets one must have met the other. */
    @Test
    void meetsSubjectsWholeWhileTheyComeAndGo() throws InterruptedException {
        addSubjects(gallery, 50);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> comingAndGoing = writer.submit(() -> {
                for (int round = 0; round < 500; round++) {
                    gallery.add("guest", List.of(finger(RIGHT_INDEX, 100), finger(LEFT_INDEX, 101)));
                    gallery.remove("guest");
                }
            });
            do {
                SearchResult result = gallery.search(searchFor(finger(RIGHT_INDEX, 100), finger(LEFT_INDEX, 101)));
                assertThat(result.coverage().searchedReferences()).isIn(50L, 52L);
                assertThat(result.candidates().stream()
                                .filter(candidate -> candidate.fpir() < 1e-6)
                                .map(Candidate::fmr)
                                .collect(Collectors.toSet()))
                        .allSatisfy(fmr -> assertThat(fmr).isEqualTo(Calibration.FMR_MIN));
                assertThat(gallery.search(searchFor(finger(RIGHT_INDEX, 7))).candidates())
                        .as("who was there all the time")
                        .extracting(Candidate::subjectId)
                        .contains("subject-7");
            } while (!comingAndGoing.isDone());
            assertThat(comingAndGoing).succeedsWithin(PATIENCE);
        }
    }

    /** Stored keys begin with the partition: these numbers may never change. */
    @ParameterizedTest
    @CsvSource({"subject-1, 64", "subject-2, 64", "0b0e4a1c-5f0e-4b0f-9d0e-3f1f5a0c7a11, 64", "é, 64", "subject-1, 7"})
    void partitionsAsSpecified(String subjectId, int count) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(subjectId.getBytes(UTF_8));
        long prefix = new BigInteger(1, Arrays.copyOf(hash, 4)).longValueExact();

        assertThat(new Partitioning(count).partitionOf(subjectId)).isEqualTo((int) (prefix % count));
    }

    /** An empty gallery on the pools of this test. */
    abstract Gallery create(FakeComparator comparator, Calibration calibration, Partitioning partitioning);

    final Gallery galleryWith(FakeComparator comparator, Calibration calibration, Partitioning partitioning) {
        Gallery created = create(comparator, calibration, partitioning);
        made.add(created);
        return created;
    }

    final Gallery galleryOf(Consumer<Integer> atComparisonWith) {
        Gallery ready = galleryWith(new FakeComparator(atComparisonWith), CALIBRATION, new Partitioning(PARTITIONS));
        IntStream.range(0, PARTITIONS).forEach(ready::markReady);
        return ready;
    }

    static void addSubjects(Gallery gallery, int count) {
        for (int number = 0; number < count; number++) {
            gallery.add("subject-" + number, List.of(finger(RIGHT_INDEX, number)));
        }
    }

    private List<String> idsOf(SearchRequest request) throws InterruptedException {
        return gallery.search(request).candidates().stream()
                .map(Candidate::subjectId)
                .toList();
    }

    static SubjectTraits traits(Sex sex, String galleryName) {
        return new SubjectTraits(sex, OptionalInt.empty(), Optional.empty(), Set.of(galleryName));
    }

    static SearchRequest searchFor(FingerTemplate... probes) {
        return SearchRequest.of(List.of(probes), 0.1, 10, PATIENCE);
    }

    static FingerTemplate finger(FingerPosition position, int finger) {
        return new FingerTemplate(position, FakeComparator.templateOf(finger));
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
