package id.sidik.benchmarks.boxfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Stopwatch stopwatch = new Stopwatch(nanos::get);

    @Test
    void doesNotCountTheTimeOfTheCompilers() {
        AtomicInteger batches = new AtomicInteger();

        double each = stopwatch.nanosEach(Duration.ofNanos(1_000), 5, () -> {
            nanos.addAndGet(
                    batches.getAndIncrement() < 2 ? 100 : 50); // the first two are slow, within a quarter of 1000
            return 1;
        });

        assertThat(each).isEqualTo(10);
    }

    @Test
    void runsOnceHoweverShortTheTime() {
        double each = stopwatch.nanosEach(Duration.ofNanos(1), 2, () -> {
            nanos.addAndGet(8);
            return 3;
        });

        assertThat(each).isEqualTo(4);
        assertThat(stopwatch.unused()).isEqualTo(3);
    }
}
