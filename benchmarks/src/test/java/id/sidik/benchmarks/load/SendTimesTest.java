package id.sidik.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SendTimesTest {
    private static final int COUNT = 100_000;

    @Test
    void comeAtTheRateAndNotEvenly() {
        SendTimes times = SendTimes.poisson(1_000, COUNT, 7);
        assertThat(times.nanos(COUNT - 1) / 1e9).isCloseTo(100, within(2.0));
        long gapsAboveTheMean = 0;
        for (int i = 1; i < COUNT; i++) {
            gapsAboveTheMean += times.nanos(i) - times.nanos(i - 1) > 1_000_000 ? 1 : 0;
        }
        assertThat(gapsAboveTheMean / (double) COUNT)
                .as("of exponential gaps, 1/e are longer than their mean")
                .isCloseTo(Math.exp(-1), within(0.01));
    }

    @Test
    void areTheSameForTheSameSeed() {
        long last = SendTimes.poisson(10, 100, 1).nanos(99);
        assertThat(SendTimes.poisson(10, 100, 1).nanos(99)).isEqualTo(last);
        assertThat(SendTimes.poisson(10, 100, 2).nanos(99)).isNotEqualTo(last);
    }
}
