package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static id.sidik.matcher.RunningMatcher.verification;
import static id.sidik.matcher.prints.SharedPrints.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.matcher.v1.Candidate;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.IdentifyResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.PartitionStatus;
import id.sidik.matcher.v1.VerifyOutcome;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.wire.rpc.RpcError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {
    @TempDir
    private Path data;

    @Test
    void enrolsVerifiesRefusesIdentifiesAndWithdrawsRealPrints() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertEnrolled(stub.enrol(enrolment("enrol-101", "p-101", DuplicateSearch.REQUIRED, sample(101, 1))));
            assertEnrolled(stub.enrol(enrolment("enrol-102", "p-102", DuplicateSearch.REQUIRED, sample(102, 1))));

            VerifyResponse genuine = stub.verify(verification("p-101", sample(101, 2)));
            assertThat(genuine.getOutcome()).isEqualTo(VerifyOutcome.MATCH);
            assertThat(genuine.getFmr()).isLessThanOrEqualTo(genuine.getTargetFmr());
            assertThat(stub.verify(verification("p-101", sample(102, 2))).getOutcome())
                    .isEqualTo(VerifyOutcome.NON_MATCH);
            assertThat(stub.verify(verification("p-nobody", sample(101, 2))).getOutcome())
                    .isEqualTo(VerifyOutcome.NOT_ENROLLED);

            IdentifyResponse identified = identify(stub, 102);
            assertThat(identified.getCandidatesList())
                    .extracting(Candidate::getSubjectId)
                    .containsExactly("p-102");
            assertThat(identified.getCoverage().getComplete()).isTrue();
            assertThat(identified.getCoverage().getSearchedReferences()).isEqualTo(2);
            assertThat(identified.getCoverage().getVouched().byteAt(0)).isEqualTo((byte) 0xFF);

            assertThat(withdraw(stub, "withdraw-101", "p-101")).isEqualTo(1);
            assertThat(withdraw(stub, "withdraw-101", "p-101"))
                    .as("the first answer again")
                    .isEqualTo(1);
            assertThat(withdraw(stub, "withdraw-101-anew", "p-101")).isZero();
            assertGone(stub);
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertGone(stub);
            assertThat(identify(stub, 102).getCandidatesList())
                    .extracting(Candidate::getSubjectId)
                    .containsExactly("p-102");
        }
    }

    private static void assertGone(MatcherServiceBlockingStub stub) {
        assertThat(stub.verify(verification("p-101", sample(101, 2))).getOutcome())
                .isEqualTo(VerifyOutcome.NOT_ENROLLED);
        assertThat(identify(stub, 101).getCandidatesList()).isEmpty();
        GalleryStatusResponse status = stub.galleryStatus(GalleryStatusRequest.getDefaultInstance());
        assertThat(status.getState()).isEqualTo(GalleryState.SERVING);
        assertThat(status.getStoredReferences()).isEqualTo(1);
        assertThat(status.getIndexedReferences()).isEqualTo(1);
        assertThat(status.getSubjects()).isEqualTo(1);
        assertThat(status.getPartitionsList())
                .hasSize(8)
                .allMatch(partition -> partition.getIndexedReferences() == partition.getStoredReferences());
        assertThat(status.getPartitionsList().stream()
                        .mapToLong(PartitionStatus::getStoredReferences)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void suspectsADuplicateAndStoresNothing() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertEnrolled(stub.enrol(enrolment("enrol-101", "p-101", DuplicateSearch.REQUIRED, sample(101, 1))));
            EnrolResponse second =
                    stub.enrol(enrolment("enrol-twin", "p-twin", DuplicateSearch.REQUIRED, sample(101, 3)));
            assertThat(second.getDuplicatesSuspected().getCandidatesList())
                    .extracting(Candidate::getSubjectId)
                    .containsExactly("p-101");
            assertThat(second.getDuplicatesSuspected().getCoverage().getComplete())
                    .isTrue();
            assertThat(stub.verify(verification("p-twin", sample(101, 3))).getOutcome())
                    .isEqualTo(VerifyOutcome.NOT_ENROLLED);
            assertEnrolled(stub.enrol(enrolment("enrol-more", "p-101", DuplicateSearch.REQUIRED, sample(101, 4))));
        }
    }

    @Test
    void suspectsADuplicateThatIsCalledAnotherFinger() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            Sample index = sample(101, 1).toBuilder()
                    .setFinger(FingerPosition.RIGHT_INDEX)
                    .build();
            Sample thumb = sample(101, 3).toBuilder()
                    .setFinger(FingerPosition.LEFT_THUMB)
                    .build();
            assertEnrolled(stub.enrol(enrolment("enrol-101", "p-101", DuplicateSearch.REQUIRED, index)));

            EnrolResponse second = stub.enrol(enrolment("enrol-twin", "p-twin", DuplicateSearch.REQUIRED, thumb));

            assertThat(second.getDuplicatesSuspected().getCandidatesList())
                    .extracting(Candidate::getSubjectId)
                    .containsExactly("p-101");
        }
    }

    @Test
    void enrolsOneFingerUnderOneSubjectHoweverManyTryAtOnce() throws Exception {
        try (RunningMatcher matcher = RunningMatcher.start(data);
                ExecutorService counters = Executors.newFixedThreadPool(8)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            List<Callable<EnrolResponse>> attempts = IntStream.range(0, 8)
                    .<Callable<EnrolResponse>>mapToObj(i -> () -> stub.enrol(
                            enrolment("attempt-" + i, "twin-" + i, DuplicateSearch.REQUIRED, synthetic(7, i % 2))))
                    .toList();
            List<Future<EnrolResponse>> answers = counters.invokeAll(attempts);
            assertThat(answers.stream().map(Future::resultNow).filter(EnrolResponse::hasEnrolled))
                    .hasSize(1);
            assertThat(answers.stream().map(Future::resultNow).filter(EnrolResponse::hasDuplicatesSuspected))
                    .hasSize(7);
            assertThat(stub.galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getSubjects())
                    .isEqualTo(1);
        }
    }

    @Test
    void enrolsOnceHoweverManyTimesItIsAskedAndRemembersAfterARestart() throws Exception {
        EnrolRequest request = enrolment("asked-often", "p-1", DuplicateSearch.SKIP, synthetic(7, 0));
        EnrolResponse first;
        try (RunningMatcher matcher = RunningMatcher.start(data);
                ExecutorService counters = Executors.newFixedThreadPool(6)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            List<Callable<EnrolResponse>> attempts = Collections.nCopies(6, () -> stub.enrol(request));
            List<EnrolResponse> answers =
                    counters.invokeAll(attempts).stream().map(Future::resultNow).toList();
            first = answers.getFirst();
            assertEnrolled(first);
            assertThat(answers).containsOnly(first);
            assertThat(storedReferences(stub)).isEqualTo(1);
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertThat(stub.enrol(request)).isEqualTo(first);
            assertThat(storedReferences(stub)).isEqualTo(1);
            assertThatThrownBy(() ->
                            stub.enrol(request.toBuilder().setSubjectId("p-2").build()))
                    .satisfies(e -> assertThat(RpcError.reasonOf(e)).hasValue("IDEMPOTENCY_KEY_REUSED"));
        }
    }

    private static long storedReferences(MatcherServiceBlockingStub stub) {
        return stub.galleryStatus(GalleryStatusRequest.getDefaultInstance()).getStoredReferences();
    }

    @Test
    void addsImpressionsToASubjectAndKeepsThem() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            for (int impression = 0; impression < 3; impression++) {
                assertEnrolled(stub.enrol(
                        enrolment("enrolment-" + impression, "p-1", DuplicateSearch.SKIP, synthetic(7, impression))));
            }
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertThat(stub.galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getStoredReferences())
                    .isEqualTo(3);
            assertThat(withdraw(stub, "withdrawal", "p-1")).isEqualTo(3);
        }
    }

    static void assertEnrolled(EnrolResponse response) {
        assertThat(response.hasEnrolled())
                .as(Arrays.toString(response.toByteArray()))
                .isTrue();
        assertThat(response.getEnrolled().getReferencesList()).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference.getAlgorithm()).isEqualTo("sidik/1");
            assertThat(reference.getTemplateBytes()).isPositive();
        });
    }

    private static IdentifyResponse identify(MatcherServiceBlockingStub stub, int finger) {
        return stub.identify(
                IdentifyRequest.newBuilder().addSamples(sample(finger, 2)).build());
    }

    private static int withdraw(MatcherServiceBlockingStub stub, String key, String subjectId) {
        return stub.withdraw(WithdrawRequest.newBuilder()
                        .setIdempotencyKey(key)
                        .setSubjectId(subjectId)
                        .build())
                .getWithdrawnReferences();
    }
}
