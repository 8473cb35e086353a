package id.sidik.bridge.session;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.Detection.PoorImpression;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureEffect.RestartPatience;
import id.sidik.bridge.session.CaptureEffect.Shine;
import id.sidik.bridge.session.CaptureEffect.Tell;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.Template;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Runs capture sessions on a scanner: asks {@link CaptureSession} what comes next and does it. May be called by any
 * thread; a second capture while one runs is refused, not queued.
 */
public final class CaptureRunner {
    private final FingerScanner scanner;
    private final Function<? super FingerImage, Assessment> assessor;
    private final ToDoubleBiFunction<Template, Template> likeness;
    private final ReentrantLock inUse = new ReentrantLock();
    private final RecentImages recentImages = new RecentImages();
    private final RecentPlacements recentPlacements = new RecentPlacements();
    private boolean liftOwed;

    /**
     * A runner for one scanner.
     *
     * @param assessor judges an image; runs on the thread that captures, tens of milliseconds
     * @param likeness how often two different fingers are as alike as two impressions are, 0 to 1; likewise
     */
    public CaptureRunner(
            FingerScanner scanner,
            Function<? super FingerImage, Assessment> assessor,
            ToDoubleBiFunction<Template, Template> likeness) {
        this.scanner = scanner;
        this.assessor = assessor;
        this.likeness = likeness;
    }

    /**
     * Captures the plan's impressions. Blocks until the outcome is known, at the latest shortly after the deadline; the
     * plan's patience applies within it.
     *
     * @param steps hears every step, on this thread; must not block
     * @throws ScannerBusyException while another capture runs
     * @throws CancellationException if this thread is interrupted
     */
    public CaptureOutcome capture(CapturePlan plan, Deadline deadline, Consumer<? super CaptureStep> steps) {
        if (inUse.isHeldByCurrentThread() || !inUse.tryLock()) {
            throw new ScannerBusyException();
        }
        try {
            return new Run(plan, deadline, steps).toTheEnd();
        } finally {
            scanner.show(Light.OFF, deadline);
            inUse.unlock();
        }
    }

    /** Asks the scanner whether it is there, unless a capture is using it. */
    public Readiness readiness(Deadline deadline) {
        if (inUse.isHeldByCurrentThread() || !inUse.tryLock()) {
            return new Readiness.Busy();
        }
        try {
            return scanner.readiness(deadline);
        } finally {
            inUse.unlock();
        }
    }

    /** One session under way. */
    private final class Run {
        private final CapturePlan plan;
        private final Deadline deadline;
        private final Consumer<? super CaptureStep> steps;
        private Deadline patience;

        Run(CapturePlan plan, Deadline deadline, Consumer<? super CaptureStep> steps) {
            this.plan = plan;
            this.deadline = deadline;
            this.steps = steps;
            this.patience = deadline.within(plan.fingerTimeout());
        }

        CaptureOutcome toTheEnd() {
            Transition transition = CaptureSession.begin(plan, liftOwed);
            while (true) {
                transition.effects().forEach(this::perform);
                switch (transition.state()) {
                    case CaptureState.Completed completed -> {
                        return new CaptureOutcome.Completed(completed.impressions());
                    }
                    case CaptureState.Failed failed -> {
                        return new CaptureOutcome.Failed(failed.fault(), failed.detail());
                    }
                    case CaptureState.Open open -> transition = CaptureSession.next(open, nextEvent(open));
                }
            }
        }

        private CaptureEvent nextEvent(CaptureState.Open state) {
            return switch (state) {
                case CaptureState.AwaitingLift _, CaptureState.AwaitingFinger _, CaptureState.AwaitingFrame _ -> look();
                case CaptureState.Transferring transferring ->
                    transfer(transferring.progress().frames() == 0);
                case CaptureState.Assessing assessing -> new CaptureEvent.Assessed(assessor.apply(assessing.image()));
                case CaptureState.Comparing comparing -> compare(comparing);
            };
        }

        private CaptureEvent compare(CaptureState.Comparing state) {
            return new CaptureEvent.Compared(state.progress().known().stream()
                    .map(earlier -> fmrOf(state.impression(), earlier))
                    .toList());
        }

        private OptionalDouble fmrOf(Impression impression, Impression earlier) {
            return impression.template().isEmpty() || earlier.template().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(likeness.applyAsDouble(
                            impression.template().get(), earlier.template().get()));
        }

        private CaptureEvent look() {
            if (patience.hasPassed()) {
                return new CaptureEvent.PatienceEnded();
            }
            return switch (scanner.detectFinger(deadline)) {
                case NoFinger _ -> {
                    liftOwed = false;
                    yield new CaptureEvent.GlassClear();
                }
                case FingerPresent _ -> new CaptureEvent.FingerSeen();
                case PoorImpression _ -> new CaptureEvent.SmudgeSeen();
                case DeviceFault fault -> failure(fault);
            };
        }

        private CaptureEvent transfer(boolean isFirstFrame) {
            if (deadline.hasPassed()) {
                return new CaptureEvent.PatienceEnded();
            }
            liftOwed = true;
            return switch (scanner.transferImage(deadline, this::report)) {
                case Received received ->
                    isNew(received.image(), isFirstFrame)
                            ? new CaptureEvent.ImageReceived(received.image())
                            : new CaptureEvent.ImageReplayed();
                case DeviceFault fault -> failure(fault);
            };
        }

        /** Later frames of a finger that stays do resemble the first; none is the same to the byte. */
        private boolean isNew(FingerImage image, boolean isFirstFrame) {
            return recentImages.isNew(image) && (!isFirstFrame || recentPlacements.isNew(image));
        }

        private void report(int receivedBytes, int expectedBytes) {
            steps.accept(new CaptureStep.Transfer(receivedBytes, expectedBytes));
        }

        private CaptureEvent failure(DeviceFault fault) {
            if (fault.kind() == DeviceFault.Kind.CANCELLED) {
                throw new CancellationException(fault.detail());
            }
            return new CaptureEvent.ScannerFailed(fault);
        }

        private void perform(CaptureEffect effect) {
            switch (effect) {
                case Tell tell -> steps.accept(tell.step());
                case Shine shine -> scanner.show(shine.light(), deadline);
                case RestartPatience _ -> patience = deadline.within(plan.fingerTimeout());
            }
        }
    }
}
