package id.sidik.benchmarks.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateSearchTest {
    private final AtomicInteger waiting = new AtomicInteger(3);

    @Test
    void searchesForEverybodyWhoWaits() {
        try (LateSearch search = new LateSearch(waiting::get, () -> waiting.updateAndGet(n -> Math.max(0, n - 1)))) {
            search.finish();
        }
        assertThat(waiting).hasValue(0);
    }

    @Test
    void endsWhenTheMatcherDoesNotAnswer() {
        try (LateSearch search = new LateSearch(waiting::get, () -> {})) {
            assertThatIllegalStateException()
                    .isThrownBy(search::finish)
                    .withMessage("3 fingers were not searched for: the matcher does not answer; see its log");
        }
    }

    @Test
    void saysWhyASearchFailed() throws InterruptedException {
        IllegalArgumentException cause = new IllegalArgumentException("the books are shut");
        CountDownLatch searched = new CountDownLatch(1);
        try (LateSearch search = new LateSearch(waiting::get, () -> {
            searched.countDown();
            throw cause;
        })) {
            searched.await();
            assertThatIllegalStateException().isThrownBy(search::finish).withCause(cause);
            assertThatIllegalStateException().isThrownBy(search::requireAlive).withCause(cause);
        }
    }
}
