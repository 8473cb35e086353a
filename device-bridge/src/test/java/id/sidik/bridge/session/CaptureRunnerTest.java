package id.sidik.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.bridge.session.CaptureOutcome.Completed;
import id.sidik.bridge.session.CaptureOutcome.Failed;
import id.sidik.bridge.session.CaptureStep.Prompt;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.FingerPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class CaptureRunnerTest {
    private static final FingerPosition FINGER = FingerPosition.RIGHT_THUMB;
    private static final CapturePlan ONE = CapturePlan.of(List.of(FINGER));
    private static final CapturePlan TWO = CapturePlan.of(List.of(FINGER, FINGER));
    private static final FingerImage FIRST = SyntheticFinger.of(1).impression(1);
    private static final FingerImage SECOND = SyntheticFinger.of(1).impression(2);

    private final FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
    private final List<CaptureStep> steps = new ArrayList<>();
    private final List<CaptureNote> notes = new ArrayList<>();
    private Quality verdict = new Quality(80, QualityCause.NONE);
    private final CaptureRunner runner = new CaptureRunner(
            new SerialScanner(link, Path.of("fake-port"), ScannerProfile.ZFM_20),
            _ -> new Assessment(verdict, Optional.empty()),
            (_, _) -> 1,
            notes::add);

    @Test
    void guidesAFingerThroughOneCapture() {
        CaptureOutcome outcome = capture(ONE, person(FIRST));

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(guidance()).containsExactly(Guidance.PLACE_FINGER, Guidance.HOLD_STILL);
        assertThat(steps.getLast()).isInstanceOf(CaptureStep.Captured.class);
        assertThat(steps).anyMatch(CaptureStep.Transfer.class::isInstance);
    }

    @Test
    void capturesTheSameFingerTwiceWithALiftBetween() {
        CaptureOutcome outcome = capture(TWO, person(FIRST, SECOND));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(completed.impressions()).hasSize(2));
        assertThat(guidance())
                .containsExactly(
                        Guidance.PLACE_FINGER,
                        Guidance.HOLD_STILL,
                        Guidance.LIFT_FINGER,
                        Guidance.SAME_FINGER_AGAIN,
                        Guidance.HOLD_STILL);
    }

    @Test
    void doesNotTakeAFingerThatWasNeverLiftedForTheNextOne() {
        CaptureOutcome outcome = capture(TWO, onPrompt(Guidance.PLACE_FINGER, () -> link.layFinger(FIRST)));

        assertFailed(outcome, CaptureFault.FINGER_TIMEOUT);
        assertThat(steps).filteredOn(CaptureStep.Captured.class::isInstance).hasSize(1);
    }

    @Test
    void wantsTheFingerOfTheLastCaptureLiftedBeforeTheNext() {
        capture(ONE, person(FIRST));
        steps.clear();

        CaptureOutcome outcome = capture(ONE, person(SECOND));

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(guidance()).startsWith(Guidance.LIFT_FINGER, Guidance.PLACE_FINGER);
    }

    @Test
    void refusesAnImageThatComesAgainByteForByte() {
        capture(ONE, person(FIRST));
        steps.clear();

        CaptureOutcome outcome = capture(ONE, person(FIRST, FIRST, FIRST, FIRST));

        assertFailed(outcome, CaptureFault.SCANNER_FAULT);
        assertThat(guidance()).contains(Guidance.TRY_AGAIN);
    }

    @Test
    void refusesAnEarlierImageWithNoiseOnIt() {
        capture(ONE, person(FIRST));
        steps.clear();

        CaptureOutcome outcome = capture(ONE, person(noisy(FIRST, 1), SECOND));

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(guidance()).containsOnlyOnce(Guidance.TRY_AGAIN);
    }

    private static FingerImage noisy(FingerImage image, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] grey = image.pixels();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.clamp((grey[i] & 0xFF) + random.nextInt(-20, 21), 0, 255);
        }
        return FingerImage.of(image.widthPx(), image.heightPx(), image.dpi(), grey);
    }

    @Test
    void noticesARealFingerThatIsTakenForAnother() {
        FingerExaminer examiner = new FingerExaminer(FingerEngine.SIDIK);
        CaptureRunner examining = new CaptureRunner(
                new SerialScanner(link, Path.of("fake-port"), ScannerProfile.ZFM_20),
                examiner::assess,
                examiner::fmrOf,
                notes::add);
        CapturePlan thumbThenIndex = CapturePlan.of(List.of(FINGER, FingerPosition.RIGHT_INDEX));
        Consumer<CaptureStep> person =
                person(FIRST, SECOND, SyntheticFinger.of(2).impression(1));

        CaptureOutcome outcome =
                examining.capture(thumbThenIndex, Deadline.after(Duration.ofMinutes(10), link::nanoTime), step -> {
                    steps.add(step);
                    person.accept(step);
                });

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(guidance()).containsOnlyOnce(Guidance.WRONG_FINGER);
    }

    @Test
    void givesUpOnAPoorFingerAfterThreeAttempts() {
        verdict = new Quality(10, QualityCause.TOO_WET);

        CaptureOutcome outcome =
                capture(ONE, person(FIRST, SECOND, SyntheticFinger.of(1).impression(3)));

        assertFailed(outcome, CaptureFault.QUALITY_TOO_LOW);
        assertThat(guidance()).containsOnlyOnce(Guidance.PLACE_FINGER).contains(Guidance.WIPE_FINGER);
        assertThat(steps).containsOnlyOnce(new Prompt(Guidance.HOLD_STILL, FINGER, 3));
    }

    @Test
    void endsWhenNoFingerComes() {
        CaptureOutcome outcome = capture(ONE, _ -> {});

        assertFailed(outcome, CaptureFault.FINGER_TIMEOUT);
        assertThat(link.elapsed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void endsAtTheCallersDeadlineWhenThatComesFirst() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(4), link::nanoTime);

        assertFailed(runner.capture(ONE, deadline, steps::add), CaptureFault.FINGER_TIMEOUT);
        assertThat(link.elapsed()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "UNPLUG_IN_MID_IMAGE, SCANNER_UNPLUGGED, UNPLUGGED",
        "SILENCE, SCANNER_FAULT, NOT_ANSWERING",
        "PACKET_DAMAGED, SCANNER_FAULT, IMAGE_DAMAGED",
        "IMAGE_TRUNCATED, SCANNER_FAULT, IMAGE_SIZE_WRONG",
        "IMAGE_ENDS_EARLY, SCANNER_FAULT, IMAGE_SIZE_WRONG",
        "PASSWORD_CHANGED, SCANNER_FAULT, WRONG_PASSWORD",
        "ADDRESS_CHANGED, SCANNER_FAULT, WRONG_ADDRESS",
        "ANSWERS_DAMAGED, SCANNER_FAULT, GARBLED",
        "POOR_IMPRESSION, QUALITY_TOO_LOW, could not read"
    })
    void endsEveryFaultWithItsKindAndWorksAfterIt(SensorFault fault, CaptureFault expected, String detail) {
        link.fault(fault);
        FingerImage third = SyntheticFinger.of(1).impression(3);

        CaptureOutcome outcome = capture(ONE, person(FIRST, SECOND, third));

        assertFailed(outcome, expected);
        assertThat(((Failed) outcome).detail()).contains(detail);

        link.fault(SensorFault.NONE);
        link.plug();
        link.liftFinger();
        FingerImage fourth = SyntheticFinger.of(1).impression(4);
        assertThat(capture(ONE, person(fourth))).isInstanceOf(Completed.class);
    }

    @Test
    void recoversFromOneDamagedImageWithinTheSession() {
        link.fault(SensorFault.PACKET_DAMAGED);

        CaptureOutcome outcome = capture(ONE, step -> {
            person(FIRST).accept(step);
            if (step instanceof Prompt prompt && prompt.guidance() == Guidance.LIFT_FINGER) {
                link.fault(SensorFault.NONE);
            }
        });

        assertThat(outcome).isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, SCANNER_UNPLUGGED", "IN_USE, SCANNER_FAULT", "NO_PERMISSION, SCANNER_FAULT"})
    void saysWhyThePortCanNotBeOpened(LinkException.Kind kind, CaptureFault expected) {
        link.refuseToOpen(kind);

        CaptureOutcome outcome = capture(ONE, _ -> {});

        assertFailed(outcome, expected);
        assertThat(((Failed) outcome).detail()).contains("fake-port").contains(kind.cure());
    }

    @Test
    void findsAScannerThatWasReplacedWhileNobodyWasServed() {
        capture(ONE, person(FIRST));
        link.unplug();
        assertThat(runner.readiness(soon()))
                .isInstanceOfSatisfying(
                        DeviceFault.class,
                        fault -> assertThat(fault.isUnplugged()).isTrue());

        link.plug();
        assertThat(runner.readiness(soon())).isInstanceOf(Readiness.Ready.class);
        assertThat(capture(ONE, person(SECOND))).isInstanceOf(Completed.class);
    }

    @Test
    void refusesASecondCaptureAtATime() {
        capture(ONE, step -> {
            person(FIRST).accept(step);
            assertThat(runner.readiness(soon())).isEqualTo(new Readiness.Busy());
            assertThatThrownBy(() -> runner.capture(ONE, soon(), _ -> {})).isInstanceOf(ScannerBusyException.class);
        });

        assertThat(steps).anyMatch(CaptureStep.Captured.class::isInstance);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        assertThatThrownBy(() -> capture(ONE, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(capture(ONE, person(FIRST))).isInstanceOf(Completed.class);
    }

    @Test
    void notesHowTheScannerDidAndNothingOfThePerson() {
        verdict = new Quality(10, QualityCause.TOO_DRY);
        Consumer<CaptureStep> person = person(FIRST, SECOND);

        capture(ONE, step -> {
            person.accept(step);
            if (step instanceof Prompt prompt && prompt.attempt() == 2) {
                verdict = new Quality(70, QualityCause.NONE);
            }
        });

        assertThat(notes.stream().filter(note -> !(note instanceof CaptureNote.Seen)))
                .startsWith(
                        new CaptureNote.Assessed(new Quality(10, QualityCause.TOO_DRY)),
                        new CaptureNote.Assessed(new Quality(70, QualityCause.NONE)),
                        new CaptureNote.Accepted(2))
                .last()
                .isInstanceOfSatisfying(
                        CaptureNote.Completed.class,
                        completed -> assertThat(completed.took()).isPositive().isLessThan(Duration.ofMinutes(1)));
        assertThat(notes).contains(new CaptureNote.Seen("ZFM-20"));
    }

    @Test
    void notesFaultsAsTheyAreMetAndCapturesThatNobodyWaitedFor() {
        link.fault(SensorFault.SILENCE);
        capture(ONE, person(FIRST));
        assertThat(notes)
                .anySatisfy(note -> assertThat(note).isInstanceOfSatisfying(CaptureNote.Faulted.class, faulted -> {
                    assertThat(faulted.model()).isEqualTo("ZFM-20");
                    assertThat(faulted.fault().kind()).isEqualTo(DeviceFault.Kind.NOT_ANSWERING);
                    assertThat(faulted.serving()).isTrue();
                }))
                .endsWith(new CaptureNote.Failed(CaptureFault.SCANNER_FAULT));

        link.fault(SensorFault.NONE);
        assertThatThrownBy(() -> capture(ONE, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(notes).endsWith(new CaptureNote.Cancelled());
    }

    @Test
    void waitsForWhoOnlyLooksAfterTheScanner() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CaptureRunner watched = pausing(CaptureNote.Seen.class, looking, goOn);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("waiting").factory())) {
            Future<Readiness> look = threads.submit(() -> watched.readiness(soon()));
            awaited(looking);
            Future<CaptureOutcome> capture = threads.submit(() -> watched.capture(ONE, soon(), person(FIRST)));
            goOn.countDown();

            assertThat(look.get()).isInstanceOf(Readiness.Ready.class);
            assertThat(capture.get()).isInstanceOf(Completed.class);
        }
    }

    @Test
    void lookersAtTheSameTimeBothSeeThatTheScannerIsAbsent() throws Exception {
        link.refuseToOpen(LinkException.Kind.ABSENT);
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CaptureRunner watched = pausing(CaptureNote.Faulted.class, looking, goOn);
        FutureTask<Readiness> second = new FutureTask<>(() -> watched.readiness(soon()));
        Thread secondLooker = Thread.ofPlatform().name("second-looker").unstarted(second);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("first-looker").factory())) {
            Future<Readiness> first = threads.submit(() -> watched.readiness(soon()));
            awaited(looking);
            secondLooker.start();
            while (!second.isDone() && secondLooker.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();

            assertThat(List.of(first.get(), second.get()))
                    .allSatisfy(seen -> assertThat(seen)
                            .isInstanceOfSatisfying(
                                    DeviceFault.class,
                                    fault -> assertThat(fault.isUnplugged()).isTrue()));
        }
    }

    /** One whose first look stops at its note until it may go on. */
    private CaptureRunner pausing(Class<? extends CaptureNote> note, CountDownLatch looking, CountDownLatch goOn) {
        return new CaptureRunner(
                new SerialScanner(link, Path.of("fake-port"), ScannerProfile.ZFM_20),
                _ -> new Assessment(verdict, Optional.empty()),
                (_, _) -> 1,
                heard -> {
                    if (note.isInstance(heard) && looking.getCount() > 0) {
                        looking.countDown();
                        awaited(goOn);
                    }
                });
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaptureOutcome capture(CapturePlan plan, Consumer<CaptureStep> person) {
        return runner.capture(plan, Deadline.after(Duration.ofMinutes(10), link::nanoTime), step -> {
            steps.add(step);
            person.accept(step);
        });
    }

    /** Does what the screen says: lifts when told to, and else lays the next impression when asked for a finger. */
    private Consumer<CaptureStep> person(FingerImage... impressions) {
        List<FingerImage> left = new ArrayList<>(List.of(impressions));
        return step -> {
            if (step instanceof Prompt prompt) {
                switch (prompt.guidance()) {
                    case LIFT_FINGER -> link.liftFinger();
                    case HOLD_STILL -> {}
                    case PLACE_FINGER,
                            PRESS_HARDER,
                            CENTRE_FINGER,
                            MOVE_UP,
                            MOVE_DOWN,
                            WIPE_FINGER,
                            MOISTEN_FINGER,
                            SAME_FINGER_AGAIN,
                            WRONG_FINGER,
                            TRY_AGAIN -> {
                        if (!left.isEmpty()) {
                            link.layFinger(left.removeFirst());
                        }
                    }
                }
            }
        };
    }

    private static Consumer<CaptureStep> onPrompt(Guidance guidance, Runnable action) {
        return step -> {
            if (step instanceof Prompt prompt && prompt.guidance() == guidance) {
                action.run();
            }
        };
    }

    private List<Guidance> guidance() {
        return steps.stream()
                .filter(Prompt.class::isInstance)
                .map(step -> ((Prompt) step).guidance())
                .toList();
    }

    private Deadline soon() {
        return Deadline.after(Duration.ofSeconds(20), link::nanoTime);
    }

    private static void assertFailed(CaptureOutcome outcome, CaptureFault fault) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.fault()).isEqualTo(fault));
    }
}
