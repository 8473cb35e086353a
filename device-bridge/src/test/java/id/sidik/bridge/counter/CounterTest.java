package id.sidik.bridge.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerException;
import id.sidik.biometrics.v1.FingerExceptionKind;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.bridge.uplink.GateRefusedException;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.NextFinger;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.Denied;
import id.sidik.eligibility.v1.Granted;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.Reason;
import id.sidik.eligibility.v1.Undetermined;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CheckRequest CHECK = CheckRequest.newBuilder()
            .setIdempotencyKey("capture-1")
            .setNid(TestCounter.NID)
            .setPurpose(Purpose.HOSPITAL_ADMISSION)
            .setFinger(FingerPosition.RIGHT_INDEX)
            .build();
    private static final RegisterRequest REGISTRATION = RegisterRequest.newBuilder()
            .setIdempotencyKey("capture-2")
            .setNid(TestCounter.NID)
            .setFullName("Budi Santoso")
            .addFingers(FingerPosition.RIGHT_INDEX)
            .setBiometricConsent(true)
            .build();

    @TempDir
    Path data;

    private final List<JourneyStep> steps = new ArrayList<>();
    private FakeGate gate;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void putsAFailedCaptureBeforeTheGate() {
        absentScanner().check(CHECK, PATIENCE, steps::add);

        assertThat(gate.checks).singleElement().satisfies(question -> {
            assertThat(question.getIdempotencyKey()).isEqualTo("capture-1");
            assertThat(question.getCaptureFault()).isEqualTo(CaptureFault.SCANNER_UNPLUGGED);
            assertThat(question.getSamplesList()).isEmpty();
            assertThat(question.getFacilityId()).isEqualTo("counter-1");
        });
        assertThat(steps).anyMatch(JourneyStep::hasCaptureFailed);
        assertThat(steps.getLast().getDecision().getUndetermined().getCause()).isEqualTo("SCANNER_UNPLUGGED");
    }

    @Test
    void sealsAFailedCaptureAsWell() {
        TestCounter test = new TestCounter(new AbsentLink(() -> {}), gate);

        test.counter.check(CHECK, PATIENCE, steps::add);

        CheckEligibilityRequest question = gate.checks.getFirst();
        CaptureSeal seal = question.getCaptureSeal();
        assertThat(seal.getDpi()).isZero();
        assertThat(seal.getCapturedAt()).isEqualTo(question.getCapturedAt());
        assertThat(Ed25519.verifies(
                        test.deviceKeys.current().publicKey(),
                        CaptureStatement.of(seal, TestCounter.NID, List.of(), "SCANNER_UNPLUGGED"),
                        seal.getSignature().toByteArray()))
                .isTrue();
    }

    @Test
    void registersNobodyAfterAFailedCapture() {
        absentScanner().register(REGISTRATION, PATIENCE, steps::add);

        assertThat(gate.registrations).isEmpty();
        assertThat(steps.getLast().getCaptureFailed().getAdviceMap())
                .containsEntry("id", "Pemindai belum terpasang. Pasang kabelnya.")
                .containsEntry("en", "No scanner is connected. Plug it in.");
    }

    @Test
    void sendsThePersonToAnOfficerWhenTheGateIsGone() {
        Counter counter = absentScanner();
        gate.close();

        counter.check(CHECK, PATIENCE, steps::add);

        assertThat(steps.getLast().hasGateUnreachable()).isTrue();
    }

    @Test
    void goesOnToAnotherFingerAndThenToBothTogetherUntilTheGateIsSatisfied() {
        gate.decisions.add(denied("PRESENCE_MISMATCH"));
        gate.decisions.add(undetermined("QUALITY_TOO_LOW"));
        gate.decisions.add(CheckEligibilityResponse.newBuilder()
                .setGranted(Granted.getDefaultInstance())
                .build());
        CheckRequest twoFingers = CHECK.toBuilder()
                .addFurtherFingers(FingerPosition.LEFT_INDEX)
                .setQueueSeconds(300)
                .build();

        checkWithAHand(twoFingers);

        assertThat(gate.checks)
                .extracting(question -> question.getSamplesList().stream()
                        .map(Sample::getFinger)
                        .toList())
                .containsExactly(
                        List.of(FingerPosition.RIGHT_INDEX),
                        List.of(FingerPosition.LEFT_INDEX),
                        List.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX));
        assertThat(gate.checks)
                .extracting(CheckEligibilityRequest::getIdempotencyKey)
                .doesNotHaveDuplicates();
        assertThat(gate.checks)
                .as("she queued once")
                .extracting(CheckEligibilityRequest::hasQueueSeconds)
                .containsExactly(true, false, false);
        assertThat(gate.checks.getFirst().getQueueSeconds()).isEqualTo(300);
        assertThat(steps.stream().filter(JourneyStep::hasNextFinger).map(JourneyStep::getNextFinger))
                .containsExactly(
                        NextFinger.newBuilder()
                                .setFinger(FingerPosition.LEFT_INDEX)
                                .setCause("PRESENCE_MISMATCH")
                                .build(),
                        NextFinger.newBuilder().setCause("QUALITY_TOO_LOW").build());
        assertThat(steps.stream().filter(JourneyStep::hasDecision)).hasSize(1);
        assertThat(steps.getLast().getDecision().hasGranted()).isTrue();
    }

    @Test
    void asksNextForTheFingerThatServedThisPersonBest() {
        gate.decisions.add(denied("PRESENCE_MISMATCH").toBuilder()
                .setSuggestedFinger(FingerPosition.RIGHT_THUMB)
                .build());
        gate.decisions.add(CheckEligibilityResponse.newBuilder()
                .setGranted(Granted.getDefaultInstance())
                .build());

        checkWithAHand(
                CHECK.toBuilder().addFurtherFingers(FingerPosition.LEFT_INDEX).build());

        assertThat(gate.checks.getLast().getSamples(0).getFinger()).isEqualTo(FingerPosition.RIGHT_THUMB);
        assertThat(steps.stream().filter(JourneyStep::hasNextFinger))
                .singleElement()
                .satisfies(
                        step -> assertThat(step.getNextFinger().getSuggested()).isTrue());
    }

    @Test
    void offersTheGatesFallbacksOnceNoFingerServed() {
        gate.decisions.add(denied("PRESENCE_MISMATCH"));

        checkWithAHand(CHECK);

        assertThat(steps.get(steps.size() - 2).getFallbackOffered().getDecisionId())
                .isEqualTo("decision-7");
        assertThat(steps.getLast().hasDecision()).isTrue();
    }

    @Test
    void asksForNoOtherFingerWhenTheFingerIsNotWhatStandsInTheWay() {
        gate.decisions.add(denied("CONTRIBUTIONS_LAPSED"));

        checkWithAHand(
                CHECK.toBuilder().addFurtherFingers(FingerPosition.LEFT_INDEX).build());

        assertThat(gate.checks).hasSize(1);
        assertThat(steps.getLast().hasDecision()).isTrue();
    }

    @Test
    void asksForNoFingerThatStaffDeclaredMissing() {
        gate.decisions.add(denied("PRESENCE_MISMATCH"));

        checkWithAHand(CHECK.toBuilder()
                .addFurtherFingers(FingerPosition.LEFT_INDEX)
                .addExceptions(exception(FingerPosition.RIGHT_INDEX))
                .build());

        assertThat(gate.checks).singleElement().satisfies(question -> {
            assertThat(question.getSamples(0).getFinger()).isEqualTo(FingerPosition.LEFT_INDEX);
            assertThat(question.getFingerExceptionsList()).containsExactly(exception(FingerPosition.RIGHT_INDEX));
        });
    }

    @Test
    void asksTheGateWithoutACaptureWhenNoFingerIsLeft() {
        gate.decisions.add(undetermined("QUALITY_TOO_LOW"));
        Counter counter = new TestCounter(
                        new AbsentLink(() -> {
                            throw new AssertionError("the scanner was used");
                        }),
                        gate)
                .counter;

        counter.check(
                CHECK.toBuilder()
                        .addExceptions(exception(FingerPosition.RIGHT_INDEX))
                        .build(),
                PATIENCE,
                steps::add);

        assertThat(gate.checks.getFirst().getCaptureFault()).isEqualTo(CaptureFault.FINGERS_EXCEPTED);
        assertThat(steps).anyMatch(JourneyStep::hasFallbackOffered);
    }

    @Test
    void showsFramesToStaffAlone() {
        checkWithAHand(CHECK.toBuilder().setPreview(true).build());
        assertThat(steps.stream().filter(JourneyStep::hasFrame).map(JourneyStep::getFrame))
                .singleElement()
                .satisfies(frame -> assertThat(frame.getPixels().size()).isEqualTo(128 * 144));
        steps.clear();

        checkWithAHand(CHECK.toBuilder().setIdempotencyKey("capture-9").build());
        assertThat(steps).noneMatch(JourneyStep::hasFrame);
    }

    /** Presses other fingers of one hand in turn, never twice in the same way. */
    private void checkWithAHand(CheckRequest request) {
        FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
        AtomicInteger next = new AtomicInteger(1);
        new TestCounter(link, gate).counter.check(request, Duration.ofMinutes(5), step -> {
            steps.add(step);
            switch (step.getPrompt().getGuidance()) {
                case PLACE_FINGER ->
                    link.layFinger(SyntheticFinger.of(next.getAndIncrement()).impression(1));
                case LIFT_FINGER -> link.liftFinger();
                default -> {}
            }
        });
    }

    private static FingerException exception(FingerPosition finger) {
        return FingerException.newBuilder()
                .setFinger(finger)
                .setKind(FingerExceptionKind.BANDAGED)
                .build();
    }

    private static CheckEligibilityResponse denied(String reason) {
        return CheckEligibilityResponse.newBuilder()
                .setDecisionId("decision-7")
                .setDenied(Denied.newBuilder().addReasons(Reason.newBuilder().setName(reason)))
                .build();
    }

    private static CheckEligibilityResponse undetermined(String cause) {
        return CheckEligibilityResponse.newBuilder()
                .setUndetermined(Undetermined.newBuilder().setCause(cause))
                .build();
    }

    @Test
    void serveOneCaptureAtATime() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Counter counter = new TestCounter(
                        new AbsentLink(() -> {
                            looking.countDown();
                            awaitQuietly(enough);
                        }),
                        gate)
                .counter;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> counter.check(CHECK, PATIENCE, _ -> {}));
            looking.await();

            assertThatThrownBy(() -> counter.check(CHECK, PATIENCE, steps::add))
                    .isInstanceOf(ScannerBusyException.class);

            enough.countDown();
            first.get();
        }
        assertThat(gate.checks).hasSize(1);
    }

    @Test
    void refusesWhatCannotBeAJourneyBeforeItTouchesTheScanner() {
        Counter counter = new TestCounter(
                        new AbsentLink(() -> {
                            throw new AssertionError("the scanner was used");
                        }),
                        gate)
                .counter;

        assertRefused(
                "NID_INVALID",
                () -> counter.check(CHECK.toBuilder().setNid("317401").build(), PATIENCE, steps::add));
        assertRefused(
                "NID_INVALID",
                () -> counter.check(CHECK.toBuilder().setNid("３１７４０１１７０８８５０００３").build(), PATIENCE, steps::add));
        assertRefused(
                "PURPOSE_MISSING",
                () -> counter.check(CHECK.toBuilder().clearPurpose().build(), PATIENCE, steps::add));
        assertRefused(
                "QUEUE_SECONDS_INVALID",
                () -> counter.check(CHECK.toBuilder().setQueueSeconds(21_601).build(), PATIENCE, steps::add));
        assertRefused(
                "FINGERS_INVALID",
                () -> counter.register(REGISTRATION.toBuilder().clearFingers().build(), PATIENCE, steps::add));
        assertRefused(
                "FINGERS_INVALID",
                () -> counter.register(
                        REGISTRATION.toBuilder().setImpressionsPerFinger(5).build(), PATIENCE, steps::add));
        assertRefused(
                "FINGERS_INVALID",
                () -> counter.check(
                        CHECK.toBuilder()
                                .addFurtherFingers(FingerPosition.RIGHT_INDEX)
                                .build(),
                        PATIENCE,
                        steps::add));
        assertRefused(
                "EXCEPTIONS_INVALID",
                () -> counter.check(
                        CHECK.toBuilder()
                                .addExceptions(FingerException.getDefaultInstance())
                                .build(),
                        PATIENCE,
                        steps::add));
        assertRefused(
                "EXCEPTIONS_INVALID",
                () -> counter.register(
                        REGISTRATION.toBuilder()
                                .addExceptions(exception(FingerPosition.RIGHT_INDEX))
                                .build(),
                        PATIENCE,
                        steps::add));
        assertRefused(
                "CONSENT_MISSING",
                () -> counter.register(
                        REGISTRATION.toBuilder().clearBiometricConsent().build(), PATIENCE, steps::add));
    }

    @Test
    void aBridgeThatIsTurnedAwayTakesNoFingerAnyMore() {
        TestCounter bridge = new TestCounter(new AbsentLink(() -> {}), gate);
        gate.failures.add(RpcError.of(Status.Code.UNAUTHENTICATED, "CERTIFICATE_UNKNOWN", "join again"));
        assertThatThrownBy(() -> bridge.counter.check(CHECK, PATIENCE, steps::add))
                .isInstanceOf(GateRefusedException.class);
        assertThat(bridge.dismissal.since()).as("only a revocation is one").isEmpty();

        gate.failures.add(RpcError.of(Status.Code.UNAUTHENTICATED, "BRIDGE_REVOKED", "turned away"));
        assertThatThrownBy(() -> bridge.counter.check(CHECK, PATIENCE, steps::add))
                .isInstanceOfSatisfying(
                        GateRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo("BRIDGE_REVOKED"));
        assertThat(bridge.dismissal.since()).isPresent();

        steps.clear();
        assertRefused("BRIDGE_REVOKED", () -> bridge.counter.check(CHECK, PATIENCE, steps::add));
        assertRefused("BRIDGE_REVOKED", () -> bridge.counter.register(REGISTRATION, PATIENCE, steps::add));
        assertThat(steps).as("nobody was asked for a finger").isEmpty();
    }

    private static void assertRefused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable journey) {
        assertThatThrownBy(journey)
                .isInstanceOfSatisfying(
                        JourneyRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Counter absentScanner() {
        return new TestCounter(new AbsentLink(() -> {}), gate).counter;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
