package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.prints.SharedPrints.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.MinutiaPair;
import id.sidik.biometrics.v1.PrintAbsence;
import id.sidik.biometrics.v1.PrintComparison;
import id.sidik.biometrics.v1.PrintMap;
import id.sidik.matcher.v1.ComparePrintsRequest;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.SealSamplesRequest;
import id.sidik.matcher.v1.SealedSamples;
import id.sidik.wire.rpc.RpcError;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real prints laid over one another for officers, and kept where nobody else can read them. */
class PrintReviewTest {
    private static final double A_MATCH_FMR = 1e-4;

    @TempDir
    private static Path data;

    private static RunningMatcher matcher;
    private static MatcherServiceBlockingStub stub;

    @BeforeAll
    static void start() {
        matcher = RunningMatcher.start(data);
        stub = matcher.eligibility();
        enrol("p-101", 101);
        enrol("p-102", 102);
    }

    @AfterAll
    static void stop() {
        matcher.close();
    }

    private static void enrol(String subject, int finger) {
        assertThat(stub.enrol(enrolment("enrol-" + subject, subject, DuplicateSearch.SKIP, sample(finger, 1)))
                        .hasEnrolled())
                .isTrue();
    }

    @Test
    void laysTwoImpressionsOfOneFingerOverOneAnother() {
        PrintComparison comparison =
                compare(sealed("case-1", seal("case-1", 101), "p-101")).getComparison();

        assertThat(comparison.getFmr()).isLessThan(A_MATCH_FMR);
        assertThat(comparison.getPairsCount()).isGreaterThanOrEqualTo(12);
        assertThat(comparison.getReference().getFinger()).isEqualTo(FingerPosition.RIGHT_INDEX);
        assertInside(comparison.getProbe());
        assertInside(comparison.getReference());
        for (MinutiaPair pair : comparison.getPairsList()) {
            assertThat(distancePx(comparison, pair))
                    .as("mates lie on one another")
                    .isLessThan(25);
        }
    }

    private static void assertInside(PrintMap map) {
        assertThat(map.getMinutiaeList()).hasSizeBetween(12, 255).allSatisfy(minutia -> {
            assertThat(minutia.getXPx()).isBetween(0f, (float) map.getWidthPx());
            assertThat(minutia.getYPx()).isBetween(0f, (float) map.getHeightPx());
            assertThat(minutia.getDirectionDeg()).isBetween(0f, 360f);
        });
        assertThat(map.getUnpairedList()).allMatch(number -> number < map.getMinutiaeCount());
    }

    /** As a page would draw it, from the contract alone. */
    private static double distancePx(PrintComparison comparison, MinutiaPair pair) {
        var probe = comparison.getProbe().getMinutiae(pair.getProbe());
        var reference = comparison.getReference().getMinutiae(pair.getReference());
        double turn = Math.toRadians(comparison.getTurnDeg());
        double x = comparison.getProbeScale() * (Math.cos(turn) * probe.getXPx() - Math.sin(turn) * probe.getYPx())
                + comparison.getShiftXPx();
        double y = comparison.getProbeScale() * (Math.sin(turn) * probe.getXPx() + Math.cos(turn) * probe.getYPx())
                + comparison.getShiftYPx();
        return Math.hypot(x - reference.getXPx(), y - reference.getYPx());
    }

    @Test
    void showsWhatLittleStrangersHaveInCommon() {
        PrintComparison comparison = compare(ComparePrintsRequest.newBuilder()
                        .setProbeSubjectId("p-102")
                        .setReferenceSubjectId("p-101")
                        .build())
                .getComparison();

        assertThat(comparison.getFmr()).isGreaterThan(A_MATCH_FMR);
    }

    @Test
    void looksAtOneFingerWhereOneIsNamed() {
        ComparePrintsRequest request = sealed("case-1", seal("case-1", 101), "p-101");

        assertThat(compare(request.toBuilder()
                                .setFinger(FingerPosition.RIGHT_INDEX)
                                .build())
                        .hasComparison())
                .isTrue();
        ComparePrintsResponse thumb =
                compare(request.toBuilder().setFinger(FingerPosition.LEFT_THUMB).build());
        assertThat(thumb.getAbsence()).isEqualTo(PrintAbsence.REFERENCE_ABSENT);
        assertThat(thumb.getFingersList()).containsExactly(FingerPosition.RIGHT_INDEX);
        assertThat(compare(sealed("case-1", seal("case-1", 101), "p-nobody")).getAbsence())
                .isEqualTo(PrintAbsence.REFERENCE_ABSENT);
    }

    @Test
    void opensWhatItSealedForItsLabelAlone() {
        ByteString sealed = seal("case-1", 101);

        assertThat(compare(sealed("case-2", sealed, "p-101")).getAbsence()).isEqualTo(PrintAbsence.PROBE_UNREADABLE);
        byte[] changed = sealed.toByteArray();
        changed[changed.length / 2] ^= 1;
        assertThat(compare(sealed("case-1", ByteString.copyFrom(changed), "p-101"))
                        .getAbsence())
                .isEqualTo(PrintAbsence.PROBE_UNREADABLE);
        assertThat(stub.galleryStatus(GalleryStatusRequest.getDefaultInstance()).getStoredReferences())
                .as("nothing was stored")
                .isEqualTo(2);
    }

    @Test
    void refusesWhatNamesNobody() {
        assertThat(refusal(ComparePrintsRequest.newBuilder()
                        .setReferenceSubjectId("p-101")
                        .build()))
                .isEqualTo("PROBE_MISSING");
        assertThat(refusal(sealed("", ByteString.EMPTY, "p-101"))).isEqualTo("LABEL_INVALID");
    }

    private static String refusal(ComparePrintsRequest request) {
        return RpcError.reasonOf(catchThrowableOfType(StatusRuntimeException.class, () -> compare(request)))
                .orElseThrow();
    }

    @Test
    void anEngineThatExplainsNothingSaysSo(@TempDir Path other) {
        try (RunningMatcher baseline = RunningMatcher.start(other, Map.of("SIDIK_MATCHER_ENGINE", "sourceafis"))) {
            MatcherServiceBlockingStub its = baseline.eligibility();
            its.enrol(enrolment("enrol-101", "p-101", DuplicateSearch.SKIP, sample(101, 1)));
            assertThat(its.comparePrints(ComparePrintsRequest.newBuilder()
                                    .setProbeSubjectId("p-101")
                                    .setReferenceSubjectId("p-101")
                                    .build())
                            .getAbsence())
                    .isEqualTo(PrintAbsence.ENGINE_EXPLAINS_NOTHING);
        }
    }

    private static ByteString seal(String label, int finger) {
        return stub.sealSamples(SealSamplesRequest.newBuilder()
                        .setLabel(label)
                        .addSamples(sample(finger, 2))
                        .build())
                .getSealed();
    }

    private static ComparePrintsRequest sealed(String label, ByteString sealed, String reference) {
        return ComparePrintsRequest.newBuilder()
                .setProbeSamples(SealedSamples.newBuilder().setLabel(label).setSealed(sealed))
                .setReferenceSubjectId(reference)
                .build();
    }

    private static ComparePrintsResponse compare(ComparePrintsRequest request) {
        return stub.comparePrints(request);
    }
}
