package id.sidik.engine.gallery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What every gallery refuses of {@link Gallery#searchAll}. */
final class Batches {
    private Batches() {}

    static void require(List<SearchRequest> requests, Duration timeLimit) {
        if (requests.isEmpty() || requests.size() > Gallery.BATCH_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A batch has 1 to %,d searches, not %,d", Gallery.BATCH_MAX, requests.size()));
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("The time limit must be above zero: " + timeLimit);
        }
    }
}
