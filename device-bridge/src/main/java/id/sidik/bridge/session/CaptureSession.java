package id.sidik.bridge.session;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.session.CaptureEffect.RestartPatience;
import id.sidik.bridge.session.CaptureEffect.Shine;
import id.sidik.bridge.session.CaptureEffect.Tell;
import id.sidik.bridge.session.CaptureEvent.Assessed;
import id.sidik.bridge.session.CaptureEvent.FingerSeen;
import id.sidik.bridge.session.CaptureEvent.GlassClear;
import id.sidik.bridge.session.CaptureEvent.ImageReceived;
import id.sidik.bridge.session.CaptureEvent.ImageReplayed;
import id.sidik.bridge.session.CaptureEvent.PatienceEnded;
import id.sidik.bridge.session.CaptureEvent.ScannerFailed;
import id.sidik.bridge.session.CaptureEvent.SmudgeSeen;
import id.sidik.bridge.session.CaptureState.Assessing;
import id.sidik.bridge.session.CaptureState.AwaitingFinger;
import id.sidik.bridge.session.CaptureState.AwaitingLift;
import id.sidik.bridge.session.CaptureState.Completed;
import id.sidik.bridge.session.CaptureState.Failed;
import id.sidik.bridge.session.CaptureState.Progress;
import id.sidik.bridge.session.CaptureState.Transferring;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a capture, as a pure function from a state and an event to the next state and its effects.
 *
 * <pre>
 *                 glass clear              finger seen               image received
 *  AwaitingLift ---------------> AwaitingFinger -----> Transferring ---------------> Assessing
 *       ^                                                   |                            |
 *       +------- next attempt (poor, replayed, damaged) ----+----------------------------+
 *       +------- next impression of the plan ---------------------------------(good)-----+----> Completed
 * </pre>
 *
 * Every open state ends in {@code Failed} on a fault of the scanner, on the end of patience, or after the last attempt.
 */
public final class CaptureSession {
    private CaptureSession() {}

    /**
     * The first state of a plan.
     *
     * @param liftOwed the finger of an earlier capture was not seen to leave the glass: it must, or it would be captured
     *     once more as the next one
     */
    public static Transition begin(CapturePlan plan, boolean liftOwed) {
        Progress progress = Progress.start(plan);
        return liftOwed ? awaitLift(progress, Guidance.PLACE_FINGER) : awaitFinger(progress, Guidance.PLACE_FINGER);
    }

    /**
     * What an event leads to.
     *
     * @throws IllegalStateException if the event can not happen in this state
     */
    public static Transition next(CaptureState state, CaptureEvent event) {
        return switch (state) {
            case AwaitingLift lift -> whileAwaitingLift(lift, event);
            case AwaitingFinger finger -> whileAwaitingFinger(finger, event);
            case Transferring transferring -> whileTransferring(transferring, event);
            case Assessing assessing -> whileAssessing(assessing, event);
            case Completed _, Failed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileAwaitingLift(AwaitingLift state, CaptureEvent event) {
        return switch (event) {
            case GlassClear _ -> awaitFinger(state.progress(), state.next());
            case FingerSeen _, SmudgeSeen _ -> stay(state);
            case PatienceEnded _ -> fail(CaptureFault.FINGER_TIMEOUT, "the finger was not lifted in time");
            case ScannerFailed failed -> fail(failed.fault());
            case ImageReceived _, ImageReplayed _, Assessed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileAwaitingFinger(AwaitingFinger state, CaptureEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case GlassClear _ -> stay(state);
            case FingerSeen _ ->
                new Transition(new Transferring(progress), List.of(prompt(progress, Guidance.HOLD_STILL)));
            case SmudgeSeen _ -> state.smudgeSeen() ? stay(state) : askForPressure(progress);
            case PatienceEnded _ ->
                state.smudgeSeen()
                        ? fail(CaptureFault.QUALITY_TOO_LOW, "the scanner could not read what lay on it")
                        : fail(CaptureFault.FINGER_TIMEOUT, "no finger was placed in time");
            case ScannerFailed failed -> fail(failed.fault());
            case ImageReceived _, ImageReplayed _, Assessed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileTransferring(Transferring state, CaptureEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case ImageReceived received -> new Transition(new Assessing(progress, received.image()), List.of());
            case ImageReplayed _ ->
                progress.isLastAttempt()
                        ? fail(CaptureFault.SCANNER_FAULT, "the scanner keeps sending an image that it sent before")
                        : tryAgain(progress, Guidance.TRY_AGAIN);
            case ScannerFailed failed ->
                failed.fault().isTransient() && !progress.isLastAttempt()
                        ? tryAgain(progress, Guidance.TRY_AGAIN)
                        : fail(failed.fault());
            case PatienceEnded _ -> fail(CaptureFault.FINGER_TIMEOUT, "no time was left for the image");
            case GlassClear _, FingerSeen _, SmudgeSeen _, Assessed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileAssessing(Assessing state, CaptureEvent event) {
        return switch (event) {
            case Assessed assessed -> judge(state, assessed.quality());
            case GlassClear _,
                    FingerSeen _,
                    SmudgeSeen _,
                    ImageReceived _,
                    ImageReplayed _,
                    PatienceEnded _,
                    ScannerFailed _ -> throw impossible(state, event);
        };
    }

    private static Transition judge(Assessing state, Quality quality) {
        Progress progress = state.progress();
        if (quality.score() >= progress.plan().minimumQuality()) {
            return accept(progress, new Impression(progress.finger(), state.image(), quality));
        }
        return progress.isLastAttempt()
                ? fail(CaptureFault.QUALITY_TOO_LOW, tooLow(progress, quality))
                : tryAgain(progress, adviceFor(quality.cause()));
    }

    private static String tooLow(Progress progress, Quality quality) {
        return "quality " + quality.score() + " of at least " + progress.plan().minimumQuality() + " after "
                + progress.attempt() + " attempts: " + quality.cause();
    }

    private static Transition accept(Progress progress, Impression impression) {
        List<Impression> accepted = new ArrayList<>(progress.accepted());
        accepted.add(impression);
        List<CaptureEffect> effects = new ArrayList<>();
        effects.add(new Shine(Light.ACCEPTED));
        effects.add(new Tell(new CaptureStep.Captured(impression)));
        if (accepted.size() == progress.plan().fingers().size()) {
            return new Transition(new Completed(accepted), effects);
        }
        Transition lift = awaitLift(new Progress(progress.plan(), accepted, 1), Guidance.PLACE_FINGER);
        effects.addAll(lift.effects());
        return new Transition(lift.state(), effects);
    }

    private static Transition tryAgain(Progress progress, Guidance advice) {
        Transition lift = awaitLift(progress.nextAttempt(), advice);
        List<CaptureEffect> effects = new ArrayList<>();
        effects.add(new Shine(Light.RETRY));
        effects.addAll(lift.effects());
        return new Transition(lift.state(), effects);
    }

    private static Transition awaitLift(Progress progress, Guidance next) {
        return new Transition(
                new AwaitingLift(progress, next),
                List.of(new RestartPatience(), prompt(progress, Guidance.LIFT_FINGER)));
    }

    private static Transition awaitFinger(Progress progress, Guidance guidance) {
        return new Transition(
                new AwaitingFinger(progress, false),
                List.of(new RestartPatience(), new Shine(Light.WAITING), prompt(progress, guidance)));
    }

    private static Transition askForPressure(Progress progress) {
        return new Transition(new AwaitingFinger(progress, true), List.of(prompt(progress, Guidance.PRESS_HARDER)));
    }

    private static Guidance adviceFor(QualityCause cause) {
        return switch (cause) {
            case NO_FINGER -> Guidance.PLACE_FINGER;
            case SMALL_AREA -> Guidance.CENTRE_FINGER;
            case TOO_DRY -> Guidance.MOISTEN_FINGER;
            case TOO_WET -> Guidance.WIPE_FINGER;
            case BLURRED -> Guidance.HOLD_STILL;
            case FEW_MINUTIAE -> Guidance.PRESS_HARDER;
            case NONE -> Guidance.TRY_AGAIN;
        };
    }

    private static Transition stay(CaptureState state) {
        return new Transition(state, List.of());
    }

    private static Transition fail(DeviceFault fault) {
        CaptureFault told = fault.isUnplugged() ? CaptureFault.SCANNER_UNPLUGGED : CaptureFault.SCANNER_FAULT;
        return fail(told, fault.kind() + ": " + fault.detail());
    }

    private static Transition fail(CaptureFault fault, String detail) {
        return new Transition(
                new Failed(fault, detail),
                List.of(new Shine(Light.RETRY), new Tell(new CaptureStep.Failed(fault, detail))));
    }

    private static CaptureEffect prompt(Progress progress, Guidance guidance) {
        return new Tell(new CaptureStep.Prompt(guidance, progress.finger(), progress.attempt()));
    }

    private static IllegalStateException impossible(CaptureState state, CaptureEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " can not happen in "
                + state.getClass().getSimpleName());
    }
}
