package id.sidik.matcher.deduplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final List<Duration> rests = new ArrayList<>();

    @Test
    void restsAsLongAsItsShareAsks() throws InterruptedException {
        new Pace(50, rests::add).restAfter(Duration.ofMillis(80));
        new Pace(20, rests::add).restAfter(Duration.ofMillis(80));
        assertThat(rests).containsExactly(Duration.ofMillis(80), Duration.ofMillis(320));
    }

    @Test
    void neverRestsWhenAllOfTheTimeIsItsOwn() throws InterruptedException {
        new Pace(100, rests::add).restAfter(Duration.ofMillis(80));
        assertThat(rests).isEmpty();
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(0, rests::add));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(101, rests::add));
    }
}
