package id.sidik.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.Prints;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten real fingers, first impressions enrolled, others as probes. */
class GalleryOfRealFingersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double TARGET_FMR = 1e-4;
    private static final double TARGET_FPIR = 1e-3;

    private final ComparisonPool searches = new ComparisonPool("search", 2, 64);
    private final ComparisonPool verifications = new ComparisonPool("verify", 1, 8);
    private final Gallery gallery = new ExhaustiveGallery(
            new SourceAfisComparator(), Calibration.SOURCEAFIS, new Partitioning(8), searches, verifications);

    @BeforeEach
    void enrolTenFingers() {
        for (int finger = 101; finger <= 110; finger++) {
            gallery.add("subject-" + finger, List.of(impression(finger, 1)));
        }
        for (int partition = 0; partition < gallery.partitionCount(); partition++) {
            gallery.markReady(partition);
        }
    }

    @AfterEach
    void stopThreads() {
        searches.close();
        verifications.close();
    }

    @Test
    void verifiesTheSameFinger() throws InterruptedException {
        assertThat(fmrOf("subject-101", impression(101, 2))).isLessThanOrEqualTo(TARGET_FMR);
        assertThat(fmrOf("subject-102", impression(102, 3))).isLessThanOrEqualTo(TARGET_FMR);
    }

    @Test
    void doesNotVerifyAnotherFinger() throws InterruptedException {
        assertThat(fmrOf("subject-101", impression(102, 1))).isGreaterThan(TARGET_FMR);
        assertThat(fmrOf("subject-102", impression(101, 2))).isGreaterThan(TARGET_FMR);
    }

    @Test
    void identifiesTheRightSubjectAndNobodyElse() throws InterruptedException {
        SearchResult result = search(impression(101, 2));

        assertThat(result.candidates()).extracting(Candidate::subjectId).containsExactly("subject-101");
        assertThat(result.coverage().complete()).isTrue();
        assertThat(result.coverage().searchedReferences()).isEqualTo(10);
    }

    @Test
    void findsNobodyOnceTheSubjectIsRemoved() throws InterruptedException {
        assertThat(gallery.remove("subject-101")).isEqualTo(1);

        assertThat(search(impression(101, 2)).candidates()).isEmpty();
        assertThat(gallery.verify("subject-101", List.of(impression(101, 2)), PATIENCE))
                .isInstanceOf(VerificationResult.NotEnrolled.class);
    }

    private SearchResult search(FingerTemplate probe) throws InterruptedException {
        return gallery.search(SearchRequest.of(List.of(probe), TARGET_FPIR, 10, PATIENCE));
    }

    private double fmrOf(String subjectId, FingerTemplate probe) throws InterruptedException {
        return gallery.verify(subjectId, List.of(probe), PATIENCE) instanceof VerificationResult.Compared compared
                ? compared.fmr()
                : Double.NaN;
    }

    private static FingerTemplate impression(int finger, int number) {
        return new FingerTemplate(FingerPosition.RIGHT_INDEX, Prints.FVC2002_DB1.template(finger, number));
    }
}
