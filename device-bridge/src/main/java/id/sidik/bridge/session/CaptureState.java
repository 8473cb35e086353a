package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.FingerPosition;
import java.util.List;

/** Where a capture session stands. Each open state implies what to do next: look at the glass, transfer, or assess. */
public sealed interface CaptureState {
    /** Still under way. */
    sealed interface Open extends CaptureState {
        Progress progress();
    }

    /**
     * The finger must leave the glass first.
     *
     * @param next what to say once it has
     */
    record AwaitingLift(Progress progress, Guidance next) implements Open {}

    /**
     * A finger is to be placed.
     *
     * @param smudgeSeen something lay on the glass that the module could not read; after a timeout this tells a finger
     *     that never came from one that was too poor
     */
    record AwaitingFinger(Progress progress, boolean smudgeSeen) implements Open {}

    /** A finger lies on the glass; its image is to come over the line. */
    record Transferring(Progress progress) implements Open {}

    /** The image is here; its quality is to be assessed. */
    record Assessing(Progress progress, FingerImage image) implements Open {}

    /** Every impression of the plan was accepted. */
    record Completed(List<Impression> impressions) implements CaptureState {
        public Completed {
            impressions = List.copyOf(impressions);
        }
    }

    /** Nothing more can be captured. Terminal, like {@link Completed}. */
    record Failed(CaptureFault fault, String detail) implements CaptureState {}

    /**
     * How far the plan has come.
     *
     * @param accepted the impressions so far, in the plan's order
     * @param attempt at the next one, from 1
     */
    record Progress(CapturePlan plan, List<Impression> accepted, int attempt) {
        public Progress {
            accepted = List.copyOf(accepted);
            if (accepted.size() >= plan.fingers().size()) {
                throw new IllegalArgumentException("the plan is complete");
            }
            if (attempt < 1 || attempt > plan.attemptsMax()) {
                throw new IllegalArgumentException("attempt " + attempt + " of " + plan.attemptsMax());
            }
        }

        static Progress start(CapturePlan plan) {
            return new Progress(plan, List.of(), 1);
        }

        FingerPosition finger() {
            return plan.fingers().get(accepted.size());
        }

        boolean isLastAttempt() {
            return attempt == plan.attemptsMax();
        }

        Progress nextAttempt() {
            return new Progress(plan, accepted, attempt + 1);
        }
    }
}
