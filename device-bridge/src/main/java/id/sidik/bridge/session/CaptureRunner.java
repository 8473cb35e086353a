package id.sidik.bridge.session;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
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
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Runs capture sessions on a scanner: asks {@link CaptureSession} what comes next and does it. May be called by any
 * thread; a second capture while one runs is refused, not queued.
 */
public final class CaptureRunner {
    /** A look at the scanner takes no longer, unless its driver hangs. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(3);

    private final FingerScanner scanner;
    private final Function<? super FingerImage, Assessment> assessor;
    private final ToDoubleBiFunction<Template, Template> likeness;
    private final Consumer<? super CaptureNote> notes;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile boolean capturing;
    private final RecentImages recentImages = new RecentImages();
    private final RecentPlacements recentPlacements = new RecentPlacements();
    private boolean liftOwed;

    /**
     * A runner for one scanner.
     *
     * @param assessor judges an image; runs on the thread that captures, tens of milliseconds
     * @param likeness how often two different fingers are as alike as two impressions are, 0 to 1; likewise
     * @param notes hears how the scanner does, on the thread that uses it; must not block
     */
    public CaptureRunner(
            FingerScanner scanner,
            Function<? super FingerImage, Assessment> assessor,
            ToDoubleBiFunction<Template, Template> likeness,
            Consumer<? super CaptureNote> notes) {
        this.scanner = scanner;
        this.assessor = assessor;
        this.likeness = likeness;
        this.notes = notes;
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
        if (!taken(deadline)) {
            throw new ScannerBusyException();
        }
        capturing = true;
        try {
            return noted(new Run(plan, deadline, steps), deadline);
        } finally {
            scanner.show(Light.OFF, deadline);
            capturing = false;
            inUse.unlock();
        }
    }

    /** Who only looks after the scanner is waited for: nobody hears that it is busy because of her, at the counter or in another look. */
    private boolean taken(Deadline deadline) {
        if (inUse.isHeldByCurrentThread()) {
            return false;
        }
        try {
            return inUse.tryLock()
                    || (!capturing
                            && inUse.tryLock(deadline.within(LOOK_MAX).left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled while another one looked after the scanner");
        }
    }

    private CaptureOutcome noted(Run run, Deadline deadline) {
        Duration atFirst = deadline.left();
        try {
            CaptureOutcome outcome = run.toTheEnd();
            notes.accept(
                    switch (outcome) {
                        case CaptureOutcome.Completed _ -> new CaptureNote.Completed(atFirst.minus(deadline.left()));
                        case CaptureOutcome.Failed failed -> new CaptureNote.Failed(failed.fault());
                    });
            return outcome;
        } catch (CancellationException e) {
            notes.accept(new CaptureNote.Cancelled());
            throw e;
        }
    }

    /**
     * Asks the scanner whether it is there, unless a capture is using it. Waits for another one that looks.
     *
     * @throws CancellationException if this thread is interrupted meanwhile
     */
    public Readiness readiness(Deadline deadline) {
        if (!taken(deadline)) {
            return new Readiness.Busy();
        }
        try {
            Readiness readiness = scanner.readiness(deadline);
            switch (readiness) {
                case Readiness.Ready ready -> notes.accept(new CaptureNote.Seen(ready.model()));
                case Readiness.Busy _ -> {}
                case DeviceFault fault -> noteFault(fault, false);
            }
            return readiness;
        } finally {
            inUse.unlock();
        }
    }

    private void noteFault(DeviceFault fault, boolean serving) {
        if (fault.kind() != DeviceFault.Kind.CANCELLED) {
            notes.accept(new CaptureNote.Faulted(scanner.model(), fault, serving));
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
                case CaptureState.Assessing assessing -> assess(assessing.image());
                case CaptureState.Comparing comparing -> compare(comparing);
            };
        }

        private CaptureEvent assess(FingerImage image) {
            Assessment assessment = assessor.apply(image);
            notes.accept(new CaptureNote.Assessed(assessment.quality()));
            return new CaptureEvent.Assessed(assessment);
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
            Detection seen = scanner.detectFinger(deadline);
            if (!(seen instanceof DeviceFault)) {
                notes.accept(new CaptureNote.Seen(scanner.model()));
            }
            return switch (seen) {
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
            noteFault(fault, true);
            return new CaptureEvent.ScannerFailed(fault);
        }

        private void perform(CaptureEffect effect) {
            switch (effect) {
                case Tell tell -> tell(tell.step());
                case Shine shine -> scanner.show(shine.light(), deadline);
                case RestartPatience _ -> patience = deadline.within(plan.fingerTimeout());
            }
        }

        private void tell(CaptureStep step) {
            switch (step) {
                case CaptureStep.Captured captured -> notes.accept(new CaptureNote.Accepted(captured.attempt()));
                case CaptureStep.Prompt _, CaptureStep.Transfer _, CaptureStep.Frame _, CaptureStep.Failed _ -> {}
            }
            steps.accept(step);
        }
    }
}
