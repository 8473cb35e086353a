package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Ruling;
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

    /** The ruling is not kept in words: the same policy makes the same one of the same facts. Older decisions were kept without facts. */
    Ruling again(RecordedDecision decision) {
        return books.store()
                .find(KeptRuling.KIND, RecordKey.of(decision.decisionId()))
                .map(ruling -> ruling.replay(find(ruling.policyHash())
                                .orElseThrow(
                                        () -> new IllegalStateException("a policy decided that is not in the books")))
                        .again())
                .orElseGet(() -> Ruling.withoutFacts(decision.decision(), decision.policyVersion()));
    }

    private @Nullable Policy kept(String hash) {
        return books.store()
                .find(KeptPolicy.KIND, RecordKey.of(hash))
                .map(kept -> Policy.of(kept.files()))
                .orElse(null);
    }
}
