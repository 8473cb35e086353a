package id.sidik.eligibility.journey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sidik.eligibility.lockout.Admission;
import id.sidik.eligibility.lockout.FailureCount;
import id.sidik.eligibility.lockout.LockoutRule;
import id.sidik.eligibility.lockout.Place;
import id.sidik.eligibility.lockout.Watched;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.store.Transaction;
import java.time.Instant;
import java.util.Map;

/**
 * Failures as they are counted now. The cache counts, so that failures at one moment all count; the books keep what it says with the decision
 * that failed, so that a restart forgives nobody. Two failures of one place may reach the books in the other order: after a crash one of them
 * may then be missing.
 */
final class FailureBook {
    private static final int PLACES_MAX = 200_000;

    private final Books books;
    private final Cache<Watched, FailureCount> counts =
            Caffeine.newBuilder().maximumSize(PLACES_MAX).build();

    FailureBook(Books books) {
        this.books = books;
    }

    /**
     * Refuses who has failed here too often to try now.
     *
     * @throws RequestRefusedException TOO_MANY_FAILURES, with how long to wait
     */
    void requireOpen(Nid person, Place place) {
        if (LockoutRule.admission(person, place, books.now(), this::countOf) instanceof Admission.Wait wait) {
            long seconds = wait.retryAfter().toSeconds() + 1;
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.OVERLOADED,
                    "TOO_MANY_FAILURES",
                    "Too many failures here; try again in " + seconds + " s, at another counter, or see an officer",
                    Map.of(
                            "scope",
                            wait.because().name(),
                            RequestRefusedException.RETRY_AFTER_SECONDS,
                            Long.toString(seconds)));
        }
    }

    /** The transaction, which now tells of a failure as well. */
    Transaction failing(Transaction transaction, Nid person, Place place) {
        Instant now = books.now();
        Transaction telling = transaction;
        for (Watched watched : Watched.of(person, place)) {
            FailureCount count = counts.asMap()
                    .compute(
                            watched,
                            (key, counted) -> (counted == null ? kept(key) : counted)
                                    .plusOne(now, key.scope().halfLife()));
            telling = telling.putting(Watched.Kept.KIND, new Watched.Kept(watched, count));
        }
        return telling;
    }

    /** The transaction, which now tells that the person was recognised: her own failures here are forgiven, and nobody else's. */
    Transaction succeeding(Transaction transaction, Nid person, Place place) {
        Watched own = Watched.of(person, place).getFirst();
        if (countOf(own).value() == 0) {
            return transaction;
        }
        FailureCount none = new FailureCount(0, books.now());
        counts.put(own, none);
        return transaction.putting(Watched.Kept.KIND, new Watched.Kept(own, none));
    }

    private FailureCount countOf(Watched watched) {
        return counts.get(watched, this::kept);
    }

    private FailureCount kept(Watched watched) {
        return books.store()
                .find(Watched.Kept.KIND, watched.key())
                .map(Watched.Kept::count)
                .orElse(FailureCount.NONE);
    }
}
