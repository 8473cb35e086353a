package id.sidik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** Near the overflow, where a monotonic clock may well stand. */
    private long clockNanos = Long.MAX_VALUE - 500;

    @Test
    void passesAfterItsPatience() {
        Deadline deadline = Deadline.after(Duration.ofNanos(1_000), () -> clockNanos);
        assertThat(deadline.hasPassed()).isFalse();

        clockNanos += 999;
        assertThat(deadline.left()).isEqualTo(Duration.ofNanos(1));

        clockNanos += 1;
        assertThat(deadline.hasPassed()).isTrue();

        clockNanos += 1_000;
        assertThat(deadline.left()).isZero();
    }

    @Test
    void isNeverLaterThanTheOneItCameFrom() {
        Deadline deadline = Deadline.after(Duration.ofNanos(1_000), () -> clockNanos);

        assertThat(deadline.within(Duration.ofNanos(300)).left()).isEqualTo(Duration.ofNanos(300));
        assertThat(deadline.within(Duration.ofNanos(3_000)).left()).isEqualTo(Duration.ofNanos(1_000));
        assertThat(deadline.within(Duration.ZERO).hasPassed()).isTrue();
    }
}
