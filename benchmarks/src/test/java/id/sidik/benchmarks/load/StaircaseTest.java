package id.sidik.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaircaseTest {
    private static final int QUESTIONS = 1_000;

    @Test
    void endsAtTheHighestRateThatIsHeld() {
        Staircase staircase = new Staircase(rate -> step(rate, rate > 1_000));
        assertThat(staircase.climb(200).offeredPerSecond()).isCloseTo(954, within(1.0));
        assertThat(staircase.steps())
                .extracting(Step::held)
                .as("what was not held was tried twice, and the half step as well")
                .endsWith(true, false, false, false, false);
    }

    @Test
    void takesTheHalfStepWhereThatIsHeld() {
        Staircase staircase = new Staircase(rate -> step(rate, rate > 1_100));
        assertThat(staircase.climb(200).offeredPerSecond()).isCloseTo(1_073, within(1.0));
    }

    @Test
    void forgivesOneBadMoment() {
        Set<Double> metBefore = new HashSet<>();
        Staircase staircase = new Staircase(rate -> step(rate, rate > 400 || metBefore.add(rate)));
        assertThat(staircase.climb(100).offeredPerSecond()).isCloseTo(381, within(1.0));
    }

    @Test
    void saysSoWhenNotEvenTheFirstRateIsHeld() {
        assertThat(new Staircase(rate -> step(rate, true)).climb(100).held()).isFalse();
    }

    private static Step step(double rate, boolean overloaded) {
        int shed = overloaded ? QUESTIONS / 50 : 0;
        return new Step(rate, 1, new Latencies(new long[QUESTIONS - shed]), new Latencies(new long[shed]), 0);
    }
}
