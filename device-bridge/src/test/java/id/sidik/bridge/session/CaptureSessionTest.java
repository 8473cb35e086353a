package id.sidik.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.session.CaptureEffect.RestartPatience;
import id.sidik.bridge.session.CaptureEffect.Shine;
import id.sidik.bridge.session.CaptureEffect.Tell;
import id.sidik.bridge.session.CaptureEvent.Assessed;
import id.sidik.bridge.session.CaptureEvent.Compared;
import id.sidik.bridge.session.CaptureEvent.FingerSeen;
import id.sidik.bridge.session.CaptureEvent.GlassClear;
import id.sidik.bridge.session.CaptureEvent.ImageReceived;
import id.sidik.bridge.session.CaptureEvent.ImageReplayed;
import id.sidik.bridge.session.CaptureEvent.PatienceEnded;
import id.sidik.bridge.session.CaptureEvent.ScannerFailed;
import id.sidik.bridge.session.CaptureEvent.SmudgeSeen;
import id.sidik.bridge.session.CaptureState.Assessing;
import id.sidik.bridge.session.CaptureState.AwaitingFinger;
import id.sidik.bridge.session.CaptureState.AwaitingFrame;
import id.sidik.bridge.session.CaptureState.AwaitingLift;
import id.sidik.bridge.session.CaptureState.Comparing;
import id.sidik.bridge.session.CaptureState.Completed;
import id.sidik.bridge.session.CaptureState.Failed;
import id.sidik.bridge.session.CaptureState.Progress;
import id.sidik.bridge.session.CaptureState.Transferring;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.FingerPosition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureSessionTest {
    private static final FingerPosition FINGER = FingerPosition.RIGHT_INDEX;
    private static final CapturePlan ONE =
            new CapturePlan(List.of(FINGER), 3, Duration.ofSeconds(30), 40, 1, false, List.of());
    private static final CapturePlan TWO = new CapturePlan(
            List.of(FINGER, FingerPosition.LEFT_INDEX), 3, Duration.ofSeconds(30), 40, 1, false, List.of());
    private static final CapturePlan SEVERAL_FRAMES =
            new CapturePlan(List.of(FINGER), 3, Duration.ofSeconds(30), 40, 5, true, List.of());
    private static final Progress FIRST = Progress.start(ONE);
    private static final Progress LAST = new Progress(ONE, List.of(), 3, 0, Optional.empty());
    private static final FingerImage IMAGE = FingerImage.of(32, 32, 500, new byte[1024]);
    private static final Quality GOOD = new Quality(40, QualityCause.NONE);
    private static final Quality POOR = new Quality(39, QualityCause.TOO_DRY);
    private static final DeviceFault PULLED = new DeviceFault(DeviceFault.Kind.UNPLUGGED, "pulled");
    private static final DeviceFault DAMAGED = new DeviceFault(DeviceFault.Kind.IMAGE_DAMAGED, "damaged");
    private static final DeviceFault SILENT = new DeviceFault(DeviceFault.Kind.NOT_ANSWERING, "silent");

    @Test
    void asksForTheFirstFinger() {
        Transition begun = CaptureSession.begin(ONE, false);

        assertThat(begun.state()).isEqualTo(new AwaitingFinger(FIRST, false));
        assertThat(begun.effects())
                .containsExactly(new RestartPatience(), new Shine(Light.WAITING), prompt(Guidance.PLACE_FINGER, 1));
    }

    @Test
    void asksForTheFingerOfAnEarlierCaptureToBeLiftedFirst() {
        Transition begun = CaptureSession.begin(ONE, true);

        assertThat(begun.state()).isEqualTo(new AwaitingLift(FIRST, Guidance.PLACE_FINGER));
        assertThat(begun.effects()).containsExactly(new RestartPatience(), prompt(Guidance.LIFT_FINGER, 1));
    }

    @Test
    void goesOnOnceTheFingerIsLifted() {
        AwaitingLift lift = new AwaitingLift(FIRST, Guidance.MOISTEN_FINGER);

        Transition next = CaptureSession.next(lift, new GlassClear());

        assertThat(next.state()).isEqualTo(new AwaitingFinger(FIRST, false));
        assertThat(next.effects())
                .containsExactly(new RestartPatience(), new Shine(Light.WAITING), prompt(Guidance.MOISTEN_FINGER, 1));
    }

    @Test
    void waitsWhileTheFingerStays() {
        AwaitingLift lift = new AwaitingLift(FIRST, Guidance.PLACE_FINGER);

        assertThat(CaptureSession.next(lift, new FingerSeen())).isEqualTo(stay(lift));
        assertThat(CaptureSession.next(lift, new SmudgeSeen())).isEqualTo(stay(lift));
    }

    @Test
    void waitsWhileTheGlassIsEmpty() {
        AwaitingFinger finger = new AwaitingFinger(FIRST, false);

        assertThat(CaptureSession.next(finger, new GlassClear())).isEqualTo(stay(finger));
    }

    @Test
    void transfersAFingerAndAsksToHoldStill() {
        Transition next = CaptureSession.next(new AwaitingFinger(FIRST, false), new FingerSeen());

        assertThat(next.state()).isEqualTo(new Transferring(FIRST));
        assertThat(next.effects()).containsExactly(prompt(Guidance.HOLD_STILL, 1));
    }

    @Test
    void asksOnceForMorePressureOnASmudge() {
        Transition next = CaptureSession.next(new AwaitingFinger(FIRST, false), new SmudgeSeen());

        assertThat(next.state()).isEqualTo(new AwaitingFinger(FIRST, true));
        assertThat(next.effects()).containsExactly(prompt(Guidance.PRESS_HARDER, 1));
        assertThat(CaptureSession.next(next.state(), new SmudgeSeen())).isEqualTo(stay(next.state()));
    }

    @Test
    void tellsAFingerThatNeverCameFromOneThatWasTooPoor() {
        assertFailed(new AwaitingFinger(FIRST, false), new PatienceEnded(), CaptureFault.FINGER_TIMEOUT);
        assertFailed(new AwaitingFinger(FIRST, true), new PatienceEnded(), CaptureFault.QUALITY_TOO_LOW);
        assertFailed(new AwaitingLift(FIRST, Guidance.PLACE_FINGER), new PatienceEnded(), CaptureFault.FINGER_TIMEOUT);
        assertFailed(new Transferring(FIRST), new PatienceEnded(), CaptureFault.FINGER_TIMEOUT);
    }

    @Test
    void failsWithTheKindOfTheScannersFault() {
        List<CaptureState> states = List.of(
                new AwaitingLift(FIRST, Guidance.PLACE_FINGER),
                new AwaitingFinger(FIRST, false),
                new Transferring(FIRST));
        for (CaptureState state : states) {
            assertFailed(state, new ScannerFailed(PULLED), CaptureFault.SCANNER_UNPLUGGED);
            assertFailed(state, new ScannerFailed(SILENT), CaptureFault.SCANNER_FAULT);
        }
    }

    @Test
    void assessesAnImage() {
        Transition next = CaptureSession.next(new Transferring(FIRST), new ImageReceived(IMAGE));

        assertThat(next).isEqualTo(stay(new Assessing(FIRST, IMAGE)));
    }

    @Test
    void triesADamagedTransferAgainButNotForever() {
        Transition next = CaptureSession.next(new Transferring(FIRST), new ScannerFailed(DAMAGED));

        assertThat(next.state()).isEqualTo(new AwaitingLift(second(), Guidance.TRY_AGAIN));
        assertThat(next.effects())
                .containsExactly(new Shine(Light.RETRY), new RestartPatience(), prompt(Guidance.LIFT_FINGER, 2));
        assertFailed(new Transferring(LAST), new ScannerFailed(DAMAGED), CaptureFault.SCANNER_FAULT);
    }

    @Test
    void refusesAnImageThatItHasSeen() {
        Transition next = CaptureSession.next(new Transferring(FIRST), new ImageReplayed());

        assertThat(next.state()).isEqualTo(new AwaitingLift(second(), Guidance.TRY_AGAIN));
        assertFailed(new Transferring(LAST), new ImageReplayed(), CaptureFault.SCANNER_FAULT);
    }

    @Test
    void completesThePlanWithTheLastGoodImpression() {
        Impression impression = new Impression(FINGER, IMAGE, GOOD, Optional.empty());

        Transition next = CaptureSession.next(new Assessing(FIRST, IMAGE), assessed(GOOD));

        assertThat(next.state()).isEqualTo(new Completed(List.of(impression)));
        assertThat(next.effects())
                .containsExactly(new Shine(Light.ACCEPTED), new Tell(new CaptureStep.Captured(impression, 1)));
    }

    @Test
    void wantsTheFingerLiftedBetweenTwoImpressions() {
        Impression impression = new Impression(FINGER, IMAGE, GOOD, Optional.empty());

        Transition next = CaptureSession.next(new Assessing(Progress.start(TWO), IMAGE), assessed(GOOD));

        assertThat(next.state())
                .isEqualTo(new AwaitingLift(
                        new Progress(TWO, List.of(impression), 1, 0, Optional.empty()), Guidance.PLACE_FINGER));
        assertThat(next.effects())
                .containsExactly(
                        new Shine(Light.ACCEPTED),
                        new Tell(new CaptureStep.Captured(impression, 1)),
                        new RestartPatience(),
                        new Tell(new CaptureStep.Prompt(Guidance.LIFT_FINGER, FingerPosition.LEFT_INDEX, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_FINGER, PLACE_FINGER",
        "SMALL_AREA, PRESS_HARDER",
        "TOO_DRY, MOISTEN_FINGER",
        "TOO_WET, WIPE_FINGER",
        "BLURRED, HOLD_STILL",
        "FEW_MINUTIAE, PRESS_HARDER",
        "NONE, TRY_AGAIN"
    })
    void advisesByTheCauseOfAPoorImpression(QualityCause cause, Guidance advice) {
        Transition next = CaptureSession.next(new Assessing(FIRST, IMAGE), assessed(new Quality(39, cause)));

        assertThat(next.state()).isEqualTo(new AwaitingLift(second(), advice));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 240, MOVE_UP",
        "8, 0, MOVE_DOWN",
        "0, 96, CENTRE_FINGER",
        "144, 96, CENTRE_FINGER",
        "72, 112, PRESS_HARDER"
    })
    void saysWhereToMoveAFingerThatIsTooSmall(int left, int top, Guidance advice) {
        FingerImage patch = patchAt(left, top);

        Transition next =
                CaptureSession.next(new Assessing(FIRST, patch), assessed(new Quality(20, QualityCause.SMALL_AREA)));

        assertThat(next.state()).isEqualTo(new AwaitingLift(second(), advice));
    }

    /** Stripes on 112 x 64 px of a glass of 256 x 304 px. */
    private static FingerImage patchAt(int left, int top) {
        byte[] grey = new byte[256 * 304];
        Arrays.fill(grey, (byte) 255);
        for (int y = top; y < top + 64; y++) {
            for (int x = left; x < left + 112; x++) {
                grey[y * 256 + x] = (byte) (x % 8 < 4 ? 0 : 255);
            }
        }
        return FingerImage.of(256, 304, 500, grey);
    }

    @Test
    void waitsForABetterFrameWhileTheFingerLiesAndTakesTheBest() {
        Progress none = Progress.start(SEVERAL_FRAMES);
        CaptureState first =
                CaptureSession.next(new Assessing(none, IMAGE), assessed(GOOD)).state();
        assertThat(first).isInstanceOf(AwaitingFrame.class);
        CaptureState looking = CaptureSession.next(first, new FingerSeen()).state();
        assertThat(looking).isInstanceOf(Transferring.class);
        CaptureState second = CaptureSession.next(
                        new Assessing(((Transferring) looking).progress(), IMAGE), assessed(POOR))
                .state();

        Transition lifted = CaptureSession.next(second, new GlassClear());

        assertThat(lifted.state())
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(completed.impressions())
                                .extracting(Impression::quality)
                                .containsExactly(GOOD));
    }

    @Test
    void takesAnAmpleFrameAtOnceAndShowsItWhereThatWasAskedFor() {
        Quality ample = new Quality(CaptureSession.AMPLE_QUALITY, QualityCause.NONE);

        Transition next = CaptureSession.next(new Assessing(Progress.start(SEVERAL_FRAMES), IMAGE), assessed(ample));

        assertThat(next.state()).isInstanceOf(Completed.class);
        assertThat(next.effects()).startsWith(new Tell(new CaptureStep.Frame(IMAGE)));
        assertThat(CaptureSession.next(new Assessing(FIRST, IMAGE), assessed(ample))
                        .effects())
                .noneMatch(effect -> effect instanceof Tell(CaptureStep.Frame _));
    }

    @Test
    void takesTheFrameItHasWhenTheNextOneFails() {
        Progress one = Progress.start(SEVERAL_FRAMES).seeing(new Impression(FINGER, IMAGE, GOOD, Optional.empty()));

        for (CaptureEvent event : List.of(new ImageReplayed(), new ScannerFailed(PULLED))) {
            assertThat(CaptureSession.next(new Transferring(one), event).state())
                    .isInstanceOf(Completed.class);
        }
        assertThat(CaptureSession.next(new AwaitingFrame(one), new ScannerFailed(SILENT))
                        .state())
                .isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RIGHT_INDEX, 0.001, true", // its own finger once more
        "RIGHT_INDEX, 0.5, false", // another one
        "LEFT_INDEX, 0.5, true", // another one, as asked for
        "LEFT_INDEX, 0.00001, false" // the same one again
    })
    void tellsTheFingerThatWasAskedForFromAnother(FingerPosition asked, double fmr, boolean isWanted) {
        Impression first = new Impression(FINGER, IMAGE, GOOD, Optional.empty());
        CapturePlan plan = new CapturePlan(List.of(FINGER, asked), 3, Duration.ofSeconds(30), 40, 1, false, List.of());
        Progress progress = Progress.start(plan).accepting(first);
        CaptureState comparing = CaptureSession.next(new Assessing(progress, IMAGE), assessed(GOOD))
                .state();
        assertThat(comparing).isInstanceOf(Comparing.class);

        CaptureState after = CaptureSession.next(comparing, new Compared(List.of(OptionalDouble.of(fmr))))
                .state();

        if (isWanted) {
            assertThat(after).isInstanceOf(Completed.class);
        } else {
            assertThat(after).isEqualTo(new AwaitingLift(progress.nextAttempt(), Guidance.WRONG_FINGER));
        }
    }

    @Test
    void givesUpAfterTheWrongFingerAtTheLastAttempt() {
        Progress last = new Progress(
                TWO, List.of(new Impression(FINGER, IMAGE, GOOD, Optional.empty())), 3, 0, Optional.empty());

        assertFailed(
                new Comparing(last, new Impression(FINGER, IMAGE, GOOD, Optional.empty())),
                new Compared(List.of(OptionalDouble.of(1e-9))),
                CaptureFault.WRONG_FINGER);
    }

    @Test
    void asksForTheSameFingerAgainInThoseWords() {
        CapturePlan twice =
                new CapturePlan(List.of(FINGER, FINGER), 3, Duration.ofSeconds(30), 40, 1, false, List.of());

        Transition next = CaptureSession.next(new Assessing(Progress.start(twice), IMAGE), assessed(GOOD));

        assertThat(next.state())
                .isInstanceOfSatisfying(
                        AwaitingLift.class, lift -> assertThat(lift.next()).isEqualTo(Guidance.SAME_FINGER_AGAIN));
    }

    @Test
    void givesUpAfterTheLastPoorImpression() {
        assertFailed(new Assessing(LAST, IMAGE), assessed(POOR), CaptureFault.QUALITY_TOO_LOW);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatCanNotHappen(CaptureState state, CaptureEvent event) {
        assertThatIllegalStateException()
                .isThrownBy(() -> CaptureSession.next(state, event))
                .withMessageContaining(event.getClass().getSimpleName())
                .withMessageContaining(state.getClass().getSimpleName());
    }

    static Stream<Arguments> impossible() {
        CaptureState lift = new AwaitingLift(FIRST, Guidance.PLACE_FINGER);
        CaptureState finger = new AwaitingFinger(FIRST, false);
        CaptureState transferring = new Transferring(FIRST);
        CaptureState assessing = new Assessing(FIRST, IMAGE);
        CaptureState frame = new AwaitingFrame(FIRST);
        CaptureState comparing = new Comparing(FIRST, new Impression(FINGER, IMAGE, GOOD, Optional.empty()));
        CaptureState completed = new Completed(List.of());
        CaptureState failed = new Failed(CaptureFault.SCANNER_FAULT, "");
        Stream<CaptureEvent> looks = Stream.of(new GlassClear(), new FingerSeen(), new SmudgeSeen());
        Stream<CaptureEvent> images = Stream.of(new ImageReceived(IMAGE), new ImageReplayed());
        Stream<CaptureEvent> interruptions = Stream.of(new PatienceEnded(), new ScannerFailed(PULLED));
        Stream<CaptureEvent> assessed = Stream.of(assessed(GOOD));
        Stream<CaptureEvent> compared = Stream.of(new Compared(List.of()));
        return Stream.of(
                        looks.flatMap(event -> pairs(event, transferring, assessing, comparing, completed, failed)),
                        images.flatMap(
                                event -> pairs(event, lift, finger, frame, assessing, comparing, completed, failed)),
                        interruptions.flatMap(event -> pairs(event, assessing, comparing, completed, failed)),
                        assessed.flatMap(
                                event -> pairs(event, lift, finger, frame, transferring, comparing, completed, failed)),
                        compared.flatMap(
                                event -> pairs(event, lift, finger, frame, transferring, assessing, completed, failed)))
                .flatMap(pairs -> pairs);
    }

    private static Stream<Arguments> pairs(CaptureEvent event, CaptureState... states) {
        return Stream.of(states).map(state -> Arguments.of(state, event));
    }

    @ParameterizedTest
    @EnumSource(DeviceFault.Kind.class)
    void neverLeavesAFaultWithoutAnEnd(DeviceFault.Kind kind) {
        CaptureState state = new Transferring(FIRST);
        int steps = 0;
        while (state instanceof CaptureState.Open open) {
            CaptureEvent event = switch (open) {
                case AwaitingLift _ -> new GlassClear();
                case AwaitingFinger _ -> new FingerSeen();
                case Transferring _ -> new ScannerFailed(new DeviceFault(kind, "persists"));
                case Assessing _ -> assessed(POOR);
                case AwaitingFrame _ -> new GlassClear();
                case Comparing _ -> new Compared(List.of());
            };
            state = CaptureSession.next(open, event).state();
            assertThat(++steps).isLessThan(20);
        }
        assertThat(state).isInstanceOf(Failed.class);
    }

    private static void assertFailed(CaptureState state, CaptureEvent event, CaptureFault fault) {
        Transition next = CaptureSession.next(state, event);
        assertThat(next.state()).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(fault);
            assertThat(next.effects())
                    .containsExactly(
                            new Shine(Light.RETRY),
                            new Tell(new CaptureStep.Failed(fault, failed.detail(), causeOf(event))));
        });
    }

    private static Optional<DeviceFault.Kind> causeOf(CaptureEvent event) {
        return event instanceof ScannerFailed(DeviceFault device) ? Optional.of(device.kind()) : Optional.empty();
    }

    private static Progress second() {
        return new Progress(ONE, List.of(), 2, 0, Optional.empty());
    }

    private static Assessed assessed(Quality quality) {
        return new Assessed(new Assessment(quality, Optional.empty()));
    }

    private static Transition stay(CaptureState state) {
        return new Transition(state, List.of());
    }

    private static CaptureEffect prompt(Guidance guidance, int attempt) {
        return new Tell(new CaptureStep.Prompt(guidance, FINGER, attempt));
    }
}
