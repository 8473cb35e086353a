package id.sidik.bridge.session;

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
import id.sidik.engine.quality.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rules of a capture, as a pure function from a state and an event to the next state and its effects.
 *
 * <pre>
 *                 glass clear              finger seen               image received
 *  AwaitingLift ---------------> AwaitingFinger -----> Transferring ---------------> Assessing
 *       ^                                               |   ^   finger still there       |
 *       |                                               |   +------ AwaitingFrame <------+ (not ample, frames left)
 *       +------- next attempt (poor, replayed, damaged) +--------------------------------+
 *       +------- next attempt (of another finger) ---------- Comparing <-----------------+ (good, not the first)
 *       +------- next impression of the plan --------------- Comparing, Assessing -------+----> Completed
 * </pre>
 *
 * Every open state ends in {@code Failed} on a fault of the scanner, on the end of patience, or after the last attempt.
 */
public final class CaptureSession {
    /** So good that no better frame is waited for. */
    static final int AMPLE_QUALITY = 65;

    /** Of one finger's impressions, some in a hundred are less alike than this; those are asked for again. */
    static final double SAME_FINGER_FMR_MAX = 1e-2;

    /** Of different fingers, one pair in ten thousand is more alike than this. */
    static final double OTHER_FINGER_FMR_MIN = 1e-4;

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
            case AwaitingFrame frame -> whileAwaitingFrame(frame, event);
            case Comparing comparing -> whileComparing(comparing, event);
            case Completed _, Failed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileAwaitingLift(AwaitingLift state, CaptureEvent event) {
        return switch (event) {
            case GlassClear _ -> awaitFinger(state.progress(), state.next());
            case FingerSeen _, SmudgeSeen _ -> stay(state);
            case PatienceEnded _ -> fail(CaptureFault.FINGER_TIMEOUT, "the finger was not lifted in time");
            case ScannerFailed failed -> fail(failed.fault());
            case ImageReceived _, ImageReplayed _, Assessed _, Compared _ -> throw impossible(state, event);
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
            case ImageReceived _, ImageReplayed _, Assessed _, Compared _ -> throw impossible(state, event);
        };
    }

    private static Transition whileTransferring(Transferring state, CaptureEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case ImageReceived received -> new Transition(new Assessing(progress, received.image()), List.of());
            case ImageReplayed _ ->
                progress.frames() > 0
                        ? judge(progress)
                        : again(progress, "the scanner keeps sending an image that it sent before");
            case ScannerFailed failed -> whenAFrameFails(progress, failed.fault());
            case PatienceEnded _ -> fail(CaptureFault.FINGER_TIMEOUT, "no time was left for the image");
            case GlassClear _, FingerSeen _, SmudgeSeen _, Assessed _, Compared _ -> throw impossible(state, event);
        };
    }

    private static Transition again(Progress progress, String whyNot) {
        return progress.isLastAttempt()
                ? fail(CaptureFault.SCANNER_FAULT, whyNot)
                : tryAgain(progress, Guidance.TRY_AGAIN);
    }

    /** A frame that is here already is worth more than the one that failed. */
    private static Transition whenAFrameFails(Progress progress, DeviceFault fault) {
        if (suffices(progress)) {
            return judge(progress);
        }
        return fault.isTransient() && !progress.isLastAttempt() ? tryAgain(progress, Guidance.TRY_AGAIN) : fail(fault);
    }

    private static Transition whileAssessing(Assessing state, CaptureEvent event) {
        return switch (event) {
            case Assessed assessed -> seen(state, assessed.assessment());
            case GlassClear _,
                    FingerSeen _,
                    SmudgeSeen _,
                    ImageReceived _,
                    ImageReplayed _,
                    Compared _,
                    PatienceEnded _,
                    ScannerFailed _ -> throw impossible(state, event);
        };
    }

    private static Transition whileAwaitingFrame(AwaitingFrame state, CaptureEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case FingerSeen _ -> new Transition(new Transferring(progress), List.of());
            case GlassClear _, SmudgeSeen _, PatienceEnded _ -> judge(progress);
            case ScannerFailed failed -> whenAFrameFails(progress, failed.fault());
            case ImageReceived _, ImageReplayed _, Assessed _, Compared _ -> throw impossible(state, event);
        };
    }

    private static Transition whileComparing(Comparing state, CaptureEvent event) {
        return switch (event) {
            case Compared compared ->
                isWanted(state.progress(), compared.fmrs())
                        ? accept(state.progress(), state.impression())
                        : wrongFinger(state.progress());
            case GlassClear _,
                    FingerSeen _,
                    SmudgeSeen _,
                    ImageReceived _,
                    ImageReplayed _,
                    Assessed _,
                    PatienceEnded _,
                    ScannerFailed _ -> throw impossible(state, event);
        };
    }

    private static Transition seen(Assessing state, Assessment assessment) {
        Progress progress = state.progress()
                .seeing(new Impression(
                        state.progress().finger(), state.image(), assessment.quality(), assessment.template()));
        List<CaptureEffect> shown =
                progress.plan().preview() ? List.of(new Tell(new CaptureStep.Frame(state.image()))) : List.of();
        boolean isEnough = assessment.quality().score() >= AMPLE_QUALITY
                || progress.frames() == progress.plan().framesMax();
        Transition next = isEnough ? judge(progress) : new Transition(new AwaitingFrame(progress), List.of());
        return before(shown, next);
    }

    /** Takes the best frame of the finger that was placed, or asks for it again. */
    private static Transition judge(Progress progress) {
        Impression best = progress.best().orElseThrow();
        if (suffices(progress)) {
            return progress.known().isEmpty()
                    ? accept(progress, best)
                    : new Transition(new Comparing(progress, best), List.of());
        }
        return progress.isLastAttempt()
                ? fail(CaptureFault.QUALITY_TOO_LOW, tooLow(progress, best.quality()))
                : tryAgain(progress, adviceFor(best));
    }

    private static boolean suffices(Progress progress) {
        return progress.best()
                .filter(best -> best.quality().score() >= progress.plan().minimumQuality())
                .isPresent();
    }

    /** Like one of its own finger's, where there is one, and unlike those of all others. */
    private static boolean isWanted(Progress progress, List<OptionalDouble> fmrs) {
        boolean isCompared = false;
        boolean isLikeItsOwn = false;
        for (int i = 0; i < fmrs.size(); i++) {
            OptionalDouble fmr = fmrs.get(i);
            if (progress.known().get(i).finger() != progress.finger()) {
                if (fmr.orElse(1) < OTHER_FINGER_FMR_MIN) {
                    return false;
                }
            } else if (fmr.isPresent()) {
                isCompared = true;
                isLikeItsOwn |= fmr.getAsDouble() <= SAME_FINGER_FMR_MAX;
            }
        }
        return isLikeItsOwn || !isCompared;
    }

    private static Transition wrongFinger(Progress progress) {
        return progress.isLastAttempt()
                ? fail(CaptureFault.WRONG_FINGER, "another finger than the one asked for was placed each time")
                : tryAgain(progress, Guidance.WRONG_FINGER);
    }

    private static String tooLow(Progress progress, Quality quality) {
        return "quality " + quality.score() + " of at least " + progress.plan().minimumQuality() + " after "
                + progress.attempt() + " attempts: " + quality.cause();
    }

    private static Transition accept(Progress progress, Impression impression) {
        List<CaptureEffect> effects =
                List.of(new Shine(Light.ACCEPTED), new Tell(new CaptureStep.Captured(impression, progress.attempt())));
        List<Impression> accepted = new ArrayList<>(progress.accepted());
        accepted.add(impression);
        if (accepted.size() == progress.plan().fingers().size()) {
            return new Transition(new Completed(accepted), effects);
        }
        Progress next = progress.accepting(impression);
        Guidance guidance = next.finger() == impression.finger() ? Guidance.SAME_FINGER_AGAIN : Guidance.PLACE_FINGER;
        return before(effects, awaitLift(next, guidance));
    }

    private static Transition tryAgain(Progress progress, Guidance advice) {
        return before(List.of(new Shine(Light.RETRY)), awaitLift(progress.nextAttempt(), advice));
    }

    private static Transition before(List<? extends CaptureEffect> effects, Transition next) {
        List<CaptureEffect> all = new ArrayList<>(effects);
        all.addAll(next.effects());
        return new Transition(next.state(), all);
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

    private static Guidance adviceFor(Impression poor) {
        return switch (poor.quality().cause()) {
            case NO_FINGER -> Guidance.PLACE_FINGER;
            case SMALL_AREA -> Placement.of(poor.image()).advice();
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
        return fail(told, fault.kind() + ": " + fault.detail(), Optional.of(fault.kind()));
    }

    private static Transition fail(CaptureFault fault, String detail) {
        return fail(fault, detail, Optional.empty());
    }

    private static Transition fail(CaptureFault fault, String detail, Optional<DeviceFault.Kind> cause) {
        return new Transition(
                new Failed(fault, detail),
                List.of(new Shine(Light.RETRY), new Tell(new CaptureStep.Failed(fault, detail, cause))));
    }

    private static CaptureEffect prompt(Progress progress, Guidance guidance) {
        return new Tell(new CaptureStep.Prompt(guidance, progress.finger(), progress.attempt()));
    }

    private static IllegalStateException impossible(CaptureState state, CaptureEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " can not happen in "
                + state.getClass().getSimpleName());
    }
}
