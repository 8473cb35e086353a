package id.sidik.bridge.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        assertThat(steps.get(steps.size() - 2).hasCaptureFailed()).isTrue();
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
        assertThat(steps.getLast().hasCaptureFailed()).isTrue();
    }

    @Test
    void sendsThePersonToAnOfficerWhenTheGateIsGone() {
        Counter counter = absentScanner();
        gate.close();

        counter.check(CHECK, PATIENCE, steps::add);

        assertThat(steps.getLast().hasGateUnreachable()).isTrue();
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
                "FINGERS_INVALID",
                () -> counter.register(REGISTRATION.toBuilder().clearFingers().build(), PATIENCE, steps::add));
        assertRefused(
                "FINGERS_INVALID",
                () -> counter.register(
                        REGISTRATION.toBuilder().setImpressionsPerFinger(5).build(), PATIENCE, steps::add));
        assertRefused(
                "CONSENT_MISSING",
                () -> counter.register(
                        REGISTRATION.toBuilder().clearBiometricConsent().build(), PATIENCE, steps::add));
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
