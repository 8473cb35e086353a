package id.sidik.benchmarks.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateBoundTest {
    /** Half the 95 % quantiles of chi-square with 2, 4 and 22 degrees of freedom. */
    @Test
    void isThePoissonLimit() {
        assertThat(RateBound.below(0, 1_000)).isCloseTo(2.996e-3, within(3e-5));
        assertThat(RateBound.below(1, 1_000)).isCloseTo(4.744e-3, within(3e-5));
        assertThat(RateBound.below(10, 1_000)).isCloseTo(16.962e-3, within(3e-5));
    }
}
