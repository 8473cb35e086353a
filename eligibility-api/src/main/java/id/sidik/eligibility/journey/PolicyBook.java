package id.sidik.eligibility.journey;

import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The policy that decides now, and those that decided once. */
public final class PolicyBook {
    private final Books books;
    private final Policy current;

    private final Map<String, Policy> earlier = new ConcurrentHashMap<>();

    private volatile boolean kept;

    public PolicyBook(Books books, Policy current) {
        this.books = books;
        this.current = current;
    }

    /** The first decision of a policy brings it into the books, so that none is there without the rules that made it. */
    Transaction keeping(Transaction decision) {
        if (!kept) {
            kept = books.store()
                    .find(KeptPolicy.KIND, RecordKey.of(current.hash()))
                    .isPresent();
        }
        return kept ? decision : decision.putting(KeptPolicy.KIND, new KeptPolicy(current.hash(), current.files()));
    }

    Policy current() {
        return current;
    }

    /** The policy of that hash; an old one is compiled again, once. There are as many as were ever adopted: a few. */
    Optional<Policy> find(String hash) {
        if (current.hash().equals(hash)) {
            return Optional.of(current);
        }
        return Optional.ofNullable(earlier.computeIfAbsent(hash, this::kept));
    }

    private @Nullable Policy kept(String hash) {
        return books.store()
                .find(KeptPolicy.KIND, RecordKey.of(hash))
                .map(kept -> Policy.of(kept.files()))
                .orElse(null);
    }
}
