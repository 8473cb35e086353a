package id.sidik.bridge.console.demo;

import id.sidik.bridge.v1.Guidance;
import id.sidik.bridge.v1.JourneyStep;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The steps of one journey as the bridge told them, with its own clock. */
record Journey(List<JourneyStep> steps) {
    Journey {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a journey has at least one step");
        }
    }

    JourneyStep last() {
        return steps.getLast();
    }

    /** From the beginning until a finger lay on the glass. */
    OptionalInt captureMillis() {
        return firstMillis(step -> step.getPrompt().getGuidance() == Guidance.HOLD_STILL);
    }

    /** From the finger on the glass until its image was here and good enough. */
    OptionalInt transferMillis() {
        OptionalInt begin = captureMillis();
        OptionalInt end = firstMillis(JourneyStep::hasCaptured);
        return begin.isPresent() && end.isPresent()
                ? OptionalInt.of(end.getAsInt() - begin.getAsInt())
                : OptionalInt.empty();
    }

    int totalMillis() {
        return last().getElapsedMillis();
    }

    private OptionalInt firstMillis(Predicate<JourneyStep> wanted) {
        return steps.stream()
                .filter(wanted)
                .mapToInt(JourneyStep::getElapsedMillis)
                .findFirst();
    }
}
