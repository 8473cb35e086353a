package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.FingerPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** A frame of this finger is here, and a better one may follow while the finger stays. */
    record AwaitingFrame(Progress progress) implements Open {}

    /** The impression is good enough; whether it is of the finger that was asked for is to be compared. */
    record Comparing(Progress progress, Impression impression) implements Open {}

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
     * @param frames of this attempt that were assessed
     * @param best of these frames
     */
    record Progress(CapturePlan plan, List<Impression> accepted, int attempt, int frames, Optional<Impression> best) {
        public Progress {
            accepted = List.copyOf(accepted);
            if (accepted.size() >= plan.fingers().size()) {
                throw new IllegalArgumentException("the plan is complete");
            }
            if (attempt < 1 || attempt > plan.attemptsMax()) {
                throw new IllegalArgumentException("attempt " + attempt + " of " + plan.attemptsMax());
            }
            if (frames < 0 || frames > plan.framesMax()) {
                throw new IllegalArgumentException("frame " + frames + " of " + plan.framesMax());
            }
        }

        static Progress start(CapturePlan plan) {
            return new Progress(plan, List.of(), 1, 0, Optional.empty());
        }

        /** What the next impression is compared with: all of this person's, in their order. */
        List<Impression> known() {
            return Stream.concat(plan.earlier().stream(), accepted.stream()).toList();
        }

        FingerPosition finger() {
            return plan.fingers().get(accepted.size());
        }

        boolean isLastAttempt() {
            return attempt == plan.attemptsMax();
        }

        Progress nextAttempt() {
            return new Progress(plan, accepted, attempt + 1, 0, Optional.empty());
        }

        /** With one more impression, at the first attempt of the next. */
        Progress accepting(Impression impression) {
            List<Impression> more = new ArrayList<>(accepted);
            more.add(impression);
            return new Progress(plan, more, 1, 0, Optional.empty());
        }

        /** With one more frame of this finger; of two that are equally good the earlier one stays. */
        Progress seeing(Impression frame) {
            Impression better = best.filter(
                            known -> known.quality().score() >= frame.quality().score())
                    .orElse(frame);
            return new Progress(plan, accepted, attempt, frames + 1, Optional.of(better));
        }
    }
}
