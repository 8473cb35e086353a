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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index as a gallery of synthetic people uses it, against comparing everybody. */
class TripletShortlisterTest {
    private static final long SEED = Long.getLong("tests.seed", 11L);
    private static final int SUBJECTS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ComparisonPool searches = new ComparisonPool("search", 2, 1_000);
    private final ComparisonPool verifications = new ComparisonPool("verify", 1, 10);
    private final IndexedGallery gallery = new IndexedGallery(
            FingerEngine.SIDIK.comparator(),
            FingerEngine.SIDIK.calibration(),
            new Partitioning(4),
            new IndexedGallery.Threads(searches, verifications, 1),
            SegmentKeeper.NONE,
            System::nanoTime);

    @BeforeEach
    void enrol() {
        List<List<FingerTemplate>> people = IntStream.range(0, SUBJECTS)
                .parallel()
                .mapToObj(subject -> fingers(subject, 0))
                .toList();
        IntStream.range(0, SUBJECTS)
                .forEach(subject -> gallery.restore("subject-" + subject, SubjectTraits.UNKNOWN, people.get(subject)));
        IntStream.range(0, 4).forEach(gallery::markReady); // which lays out all that was restored
    }

    @AfterEach
    void close() {
        gallery.close();
        searches.close();
        verifications.close();
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
