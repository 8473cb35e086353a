package id.sidik.matcher;

import static id.sidik.matcher.JourneyTest.assertEnrolled;
import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.matcher.v1.DeduplicateProgress;
import id.sidik.matcher.v1.DeduplicateRequest;
import id.sidik.matcher.v1.DeduplicateResponse;
import id.sidik.matcher.v1.DuplicatePair;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeduplicationTest {
    private static final String JOB = "job-of-november";
    /** Two subjects a batch, and no rests. */
    private static final Map<String, String> SMALL_BATCHES =
            Map.of("SIDIK_MATCHER_DEDUPE_BATCH", "2", "SIDIK_MATCHER_DEDUPE_BUSY_PERCENT_MAX", "100");

    private static final Set<Set<String>> TWINS = Set.of(Set.of("ani", "ana"), Set.of("budi", "budhi"));

    @TempDir
    private Path data;

    @Test
    void findsEachPairOnceAndSaysHowFarItIs() {
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
            enrolSevenPeople(matcher.eligibility());

            Answer answer = run(matcher, job().build());

            assertThat(answer.subjects()).isEqualTo(TWINS);
            assertThat(answer.pairs()).extracting(DuplicatePair::getNumber).containsExactly(1L, 2L);
            assertThat(answer.pairs()).allSatisfy(pair -> {
                assertThat(pair.getFmr()).isPositive().isLessThan(1e-4);
                assertThat(pair.getFpir()).isGreaterThanOrEqualTo(pair.getFmr()).isLessThan(1e-3);
                assertThat(pair.getFinger()).isEqualTo(FingerPosition.LEFT_THUMB);
            });
            assertThat(answer.progress())
                    .extracting(DeduplicateProgress::getSubjectsDone)
                    .containsExactly(0L, 2L, 4L, 6L, 7L);
            DeduplicateProgress last = answer.progress().getLast();
            assertThat(last.getFinished()).isTrue();
            assertThat(last.getSubjectsTotal()).isEqualTo(7);
            assertThat(last.getPairs()).isEqualTo(2);
            assertThat(last.getRemainingSeconds()).isZero();
            assertThat(answer.progress().getFirst().hasRemainingSeconds()).isFalse();
        }
    }

    @Test
    void aFinishedJobGivesTheSamePairsAgainWithoutSearching() {
        Answer first;
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
            enrolSevenPeople(matcher.eligibility());
            first = run(matcher, job().build());
        }
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES, UnusedSearches::new)) {
            assertThat(run(matcher, job().build()).pairs()).isEqualTo(first.pairs());
            assertThat(run(matcher, job().setPairsReceived(1).build()).pairs())
                    .isEqualTo(first.pairs().subList(1, 2));
            assertThat(run(matcher, job().setPairsReceived(2).build()).pairs()).isEmpty();
        }
    }

    @Test
    void aJobLeftAfterAnyOfItsMessagesLosesAndDoublesNothing() {
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
            enrolSevenPeople(matcher.eligibility());
        }
        for (int messages = 1; messages <= 6; messages++) {
            String id = "left-after-" + messages;
            List<DuplicatePair> pairs = new ArrayList<>();
            try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
                pairs.addAll(runAndLeave(matcher, job().setJobId(id).build(), messages));
            }
            try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
                pairs.addAll(run(
                                matcher,
                                job().setJobId(id)
                                        .setPairsReceived(pairs.size())
                                        .build())
                        .pairs());
            }
            assertThat(pairs).extracting(DuplicatePair::getNumber).containsExactly(1L, 2L);
            assertThat(subjectsOf(pairs)).isEqualTo(TWINS);
        }
    }

    @Test
    void comparesAllFingersWithAllUnlessToldNotTo() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrol(stub, "thumb", synthetic(1, 0));
            enrol(
                    stub,
                    "index",
                    synthetic(1, 1).toBuilder()
                            .setFinger(FingerPosition.RIGHT_INDEX)
                            .build());

            assertThat(run(matcher, job().build()).subjects()).containsExactly(Set.of("thumb", "index"));
            assertThat(run(
                                    matcher,
                                    job().setJobId("same-finger")
                                            .setSameFingerOnly(true)
                                            .build())
                            .pairs())
                    .isEmpty();
        }
    }

    @Test
    void whoWasWithdrawnIsNotSearchedFor() {
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrolSevenPeople(stub);
            var _ = stub.withdraw(WithdrawRequest.newBuilder()
                    .setIdempotencyKey("withdraw-ani")
                    .setSubjectId("ani")
                    .build());

            assertThat(run(matcher, job().build()).subjects()).containsExactly(Set.of("budi", "budhi"));
        }
    }

    @Test
    void aCallerWhoGoesAwayStopsTheJob() throws InterruptedException {
        AtomicReference<EndlessSearches> searches = new AtomicReference<>();
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES, behind -> {
            searches.set(new EndlessSearches(behind));
            return searches.get();
        })) {
            enrol(matcher.eligibility(), "ani", synthetic(1, 0));
            enrol(matcher.eligibility(), "ana", synthetic(1, 1));
            CancellableContext caller = Context.current().withCancellation();
            caller.run(() -> {
                Iterator<DeduplicateResponse> answers = matcher.eligibility().deduplicate(job().build());
                assertThat(answers.next().hasProgress()).isTrue();
            });
            searches.get().awaitBegun();
            assertRefused(
                    "OVERLOADED",
                    () -> run(matcher, job().setJobId("another-job").build()));

            caller.cancel(null);

            searches.get().awaitInterrupted();
        }
        try (RunningMatcher matcher = RunningMatcher.start(data, SMALL_BATCHES)) {
            assertThat(run(matcher, job().build()).subjects()).containsExactly(Set.of("ani", "ana"));
        }
    }

    @Test
    void refusesWhatAJobCanNotMean() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            assertRefused(
                    "JOB_ID_INVALID", () -> run(matcher, job().setJobId("short").build()));
            assertRefused(
                    "JOB_ID_INVALID",
                    () -> run(matcher, job().setJobId("../../../etc").build()));
            assertRefused(
                    "TARGET_RATE_OUT_OF_RANGE",
                    () -> run(matcher, job().setTargetFpir(1).build()));
            assertRefused(
                    "PAIRS_RECEIVED_OUT_OF_RANGE",
                    () -> run(matcher, job().setPairsReceived(1).build()));
            assertThat(run(
                                    matcher,
                                    job().setTargetFpir(1e-5)
                                            .setJobId("strict-job")
                                            .build())
                            .pairs())
                    .isEmpty();
            assertRefused(
                    "JOB_SETTINGS_DIFFER",
                    () -> run(
                            matcher,
                            job().setTargetFpir(1e-4).setJobId("strict-job").build()));
            assertRefused(
                    "JOB_SETTINGS_DIFFER",
                    () -> run(
                            matcher,
                            job().setSameFingerOnly(true).setJobId("strict-job").build()));
            assertThat(run(matcher, job().setJobId("strict-job").build()).pairs())
                    .as("with its own rate")
                    .isEmpty();
            assertThatThrownBy(() ->
                            matcher.as(Role.OPERATOR).deduplicate(job().build()).next())
                    .satisfies(e -> assertThat(RpcError.reasonOf(e)).hasValue("ROLE_NOT_ALLOWED"));
        }
    }

    /** What a job said, in its order. */
    private record Answer(List<DuplicatePair> pairs, List<DeduplicateProgress> progress) {
        Set<Set<String>> subjects() {
            return subjectsOf(pairs);
        }
    }

    private static DeduplicateRequest.Builder job() {
        return DeduplicateRequest.newBuilder().setJobId(JOB);
    }

    private static Answer run(RunningMatcher matcher, DeduplicateRequest request) {
        Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());
        matcher.eligibility().deduplicate(request).forEachRemaining(message -> {
            if (message.hasPair()) {
                answer.pairs().add(message.getPair());
            } else {
                answer.progress().add(message.getProgress());
            }
        });
        return answer;
    }

    /** The pairs among the first messages. */
    private static List<DuplicatePair> runAndLeave(RunningMatcher matcher, DeduplicateRequest request, int messages) {
        List<DuplicatePair> pairs = new ArrayList<>();
        try (CancellableContext caller = Context.current().withCancellation()) {
            caller.run(() -> {
                Iterator<DeduplicateResponse> answers = matcher.eligibility().deduplicate(request);
                Stream.generate(answers::next).limit(messages).forEach(message -> {
                    if (message.hasPair()) {
                        pairs.add(message.getPair());
                    }
                });
            });
        }
        return pairs;
    }

    private static Set<Set<String>> subjectsOf(List<DuplicatePair> pairs) {
        return pairs.stream()
                .map(pair -> Set.of(pair.getSubjectId(), pair.getOtherSubjectId()))
                .collect(Collectors.toSet());
    }

    private static void enrolSevenPeople(MatcherServiceBlockingStub stub) {
        enrol(stub, "ani", synthetic(1, 0));
        enrol(stub, "ana", synthetic(1, 1));
        enrol(stub, "budi", synthetic(2, 0));
        enrol(stub, "budhi", synthetic(2, 1));
        enrol(stub, "citra", synthetic(3, 0));
        enrol(stub, "dewi", synthetic(4, 0));
        enrol(stub, "eko", synthetic(5, 0));
    }

    private static void enrol(MatcherServiceBlockingStub stub, String subjectId, Sample sample) {
        assertEnrolled(stub.enrol(enrolment("enrolment-of-" + subjectId, subjectId, DuplicateSearch.SKIP, sample)));
    }

    private static void assertRefused(String reason, Runnable call) {
        assertThatThrownBy(call::run)
                .satisfies(e -> assertThat(RpcError.reasonOf(e)).hasValue(reason));
    }
}
