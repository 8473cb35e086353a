package id.sidik.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index as a gallery of synthetic people uses it, against comparing everybody. */
class TripletShortlisterTest {
    private static final long SEED = Long.getLong("tests.seed", 11L);
    private static final int SUBJECTS = 1_500;
    private static final int REGIONS = 100;
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ComparisonPool searches = new ComparisonPool("search", 2, 1_000);
    private final ComparisonPool verifications = new ComparisonPool("verify", 1, 10);
    private final IndexedGallery gallery = gallery(CompactionPolicy.USUAL);

    private IndexedGallery gallery(CompactionPolicy policy) {
        return new IndexedGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS),
                new IndexedGallery.Threads(searches, verifications, 1),
                new SegmentForm(new TripletShortlister(), MemoryPages.USUAL),
                policy,
                SegmentKeeper.NONE,
                System::nanoTime);
    }

    @BeforeEach
    void enrol() {
        List<List<FingerTemplate>> people = IntStream.range(0, SUBJECTS)
                .parallel()
                .mapToObj(subject -> fingers(subject, 0))
                .toList();
        IntStream.range(0, SUBJECTS)
                .forEach(subject -> gallery.restore("subject-" + subject, livingIn(subject), people.get(subject)));
        IntStream.range(0, PARTITIONS).forEach(gallery::markReady); // which lays out all that was restored
    }

    @AfterEach
    void close() {
        gallery.close();
        searches.close();
        verifications.close();
    }

    private static SubjectTraits livingIn(int subject) {
        return new SubjectTraits(
                Sex.UNKNOWN, OptionalInt.empty(), Optional.of(Integer.toString(regionOf(subject))), Set.of());
    }

    /** Of a hundred, so that neighbours live far from each other. */
    private static int regionOf(int subject) {
        return subject * 37 % REGIONS;
    }

    /** So many regions, from this one on. */
    private static SubjectFilter regionsFrom(int first, int count) {
        return SubjectFilter.ofRegions(IntStream.range(0, count)
                .mapToObj(region -> Integer.toString((first + region) % REGIONS))
                .collect(Collectors.toSet()));
    }

    private static List<FingerTemplate> fingers(int subject, int impression) {
        return List.of(
                finger(subject, FingerPosition.RIGHT_INDEX, impression),
                finger(subject, FingerPosition.LEFT_INDEX, impression));
    }

    private static FingerTemplate finger(int subject, FingerPosition position, int impression) {
        byte[] payload =
                SidikPayload.write(TemplateFinger.of(SEED, subject, position).impression(impression));
        return new FingerTemplate(position, Template.of(SidikPayload.ALGORITHM, payload));
    }

    private SearchResult search(List<FingerTemplate> probes) throws InterruptedException {
        return gallery.search(SearchRequest.of(probes, 0.5, 5, PATIENCE));
    }

    private static boolean finds(IndexedGallery gallery, int subject, SubjectFilter filter)
            throws InterruptedException {
        return gallery
                .search(SearchRequest.of(fingers(subject, 1), 0.5, 5, PATIENCE).among(filter))
                .candidates()
                .stream()
                .anyMatch(candidate -> candidate.subjectId().equals("subject-" + subject));
    }

    @ParameterizedTest
    @ValueSource(ints = {95, 50, 10, 3, 1}) // regions of a hundred: seen through, masked, and compared without a look
    void losesNobodyToAFilterThatShePasses(int regions) throws InterruptedException {
        for (int subject = 0; subject < 40; subject++) {
            if (finds(gallery, subject, SubjectFilter.EVERYBODY)) {
                assertThat(finds(gallery, subject, regionsFrom(regionOf(subject), regions)))
                        .as("subject %d in %d regions, seed %d", subject, regions, SEED)
                        .isTrue();
            }
            assertThat(finds(gallery, subject, regionsFrom(regionOf(subject) + 1, regions)))
                    .as("subject %d is not in %d regions after hers, seed %d", subject, regions, SEED)
                    .isFalse();
        }
    }

    @Test
    void comparesAllWhomAFilterLeavesOfManySmallSegments() throws InterruptedException {
        int subjects = 300;
        try (IndexedGallery scattered = gallery(new CompactionPolicy(4, 2, 0.25, 40, 1))) {
            scattered.start();
            IntStream.range(0, PARTITIONS).forEach(scattered::markReady);
            IntStream.range(0, subjects)
                    .forEach(subject -> scattered.add("subject-" + subject, livingIn(subject), fingers(subject, 0)));
            scattered.awaitUpkeep();
            int found = 0;
            int searched = 20;
            for (int search = 0; search < searched; search++) {
                int subject = search * subjects / searched;
                found += finds(scattered, subject, regionsFrom(regionOf(subject), 40)) ? 1 : 0;
            }
            assertThat(found)
                    .as("of %d people, each among some 120 in segments of 16, seed %d", searched, SEED)
                    .isGreaterThanOrEqualTo(searched * 95 / 100);
        }
    }

    @Test
    void findsPeopleByTwoFingers() throws InterruptedException {
        int found = 0;
        int searched = 60;
        for (int subject = 0; subject < searched; subject++) {
            SearchResult result = search(fingers(subject, 1));
            assertThat(result.partial()).isFalse();
            found += !result.candidates().isEmpty()
                            && result.candidates().getFirst().subjectId().equals("subject-" + subject)
                    ? 1
                    : 0;
        }
        assertThat(found).as("of %d people, seed %d", searched, SEED).isGreaterThanOrEqualTo(searched * 95 / 100);
    }

    @Test
    void doesNotFindWhoIsWithdrawn() throws InterruptedException {
        List<FingerTemplate> probes = fingers(7, 0);
        assertThat(search(probes).candidates()).extracting(Candidate::subjectId).contains("subject-7");
        gallery.remove("subject-7");
        assertThat(search(probes).candidates()).extracting(Candidate::subjectId).doesNotContain("subject-7");
    }

    @Test
    void findsAFingerThatHasNoName() throws InterruptedException {
        FingerTemplate named = finger(9, FingerPosition.LEFT_INDEX, 0);
        FingerTemplate unnamed = new FingerTemplate(FingerPosition.UNKNOWN, named.template());
        assertThat(search(List.of(unnamed)).candidates())
                .extracting(Candidate::subjectId)
                .first()
                .isEqualTo("subject-9");
    }
}
