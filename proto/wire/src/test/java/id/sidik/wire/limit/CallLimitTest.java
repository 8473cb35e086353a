package id.sidik.wire.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallLimitTest {
    @Test
    void turnsAwayBeyondItsBoundAndLetsInAgainWhenSomebodyLeaves() {
        CallLimit limit = new CallLimit(2);
        assertThat(limit.enter()).isTrue();
        assertThat(limit.enter()).isTrue();
        assertThat(limit.enter()).isFalse();
        assertThat(limit.underWay()).isEqualTo(2);
        limit.leave();
        assertThat(limit.enter()).isTrue();
        assertThat(limit.admitted()).isEqualTo(3);
        assertThat(limit.turnedAway()).isEqualTo(1);
    }

    @Test
    void neverHasMoreThanItsBoundInsideHoweverManyCome() throws Exception {
        int atOnceMax = 3;
        CallLimit limit = new CallLimit(atOnceMax);
        AtomicInteger inside = new AtomicInteger();
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            callers.add(() -> {
                int most = 0;
                for (int i = 0; i < 10_000; i++) {
                    if (limit.enter()) {
                        most = Math.max(most, inside.incrementAndGet());
                        inside.decrementAndGet();
                        limit.leave();
                    }
                }
                return most;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            for (Future<Integer> most : threads.invokeAll(callers)) {
                assertThat(most.get()).isBetween(0, atOnceMax);
            }
        }
        assertThat(limit.underWay()).isZero();
        assertThat(limit.admitted() + limit.turnedAway()).isEqualTo(160_000);
    }

    @Test
    void refusesABoundThatLetsNobodyIn() {
        assertThatThrownBy(() -> new CallLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
