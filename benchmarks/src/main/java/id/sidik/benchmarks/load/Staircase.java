package id.sidik.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Climbs to the highest rate that is held: a quarter more at each step, and when two tries of one fail, half the last step. */
final class Staircase {
    private static final double RISE = 1.25;
    /** Nobody asks more of one box. */
    private static final double PER_SECOND_MAX = 100_000;

    private final DoubleFunction<Step> measure;
    private final List<Step> steps = new ArrayList<>();

    /** @param measure asks at a rate a second */
    Staircase(DoubleFunction<Step> measure) {
        this.measure = measure;
    }

    /**
     * Climbs.
     *
     * @param first rate, which ought to be easy
     * @return the step of the highest rate that was held; of the first, if not even that was
     */
    Step climb(double first) {
        double rate = first;
        Step best = tried(rate);
        while (best.held() && rate * RISE <= PER_SECOND_MAX) {
            Step next = tried(rate * RISE);
            if (!next.held()) {
                Step between = tried(rate * (1 + RISE) / 2);
                return between.held() ? between : best;
            }
            rate *= RISE;
            best = next;
        }
        return best;
    }

    /** Twice where needed: a neighbour's bad moment is not the gate's limit. */
    private Step tried(double rate) {
        Step once = measured(rate);
        return once.held() ? once : measured(rate);
    }

    private Step measured(double rate) {
        Step step = measure.apply(rate);
        steps.add(step);
        return step;
    }

    /** All steps, in the order in which they were tried. */
    List<Step> steps() {
        return List.copyOf(steps);
    }
}
