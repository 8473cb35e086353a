package id.sidik.eligibility.check;

import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import java.util.HashMap;
import java.util.Map;

/** Makes every decision again, from the facts and by the policy that were kept with it. Some ten thousand a second. */
final class DecisionsAgain {
    private final Map<String, Policy> policies = new HashMap<>();
    private long count;

    private DecisionsAgain() {}

    /**
     * How many there are.
     *
     * @throws BooksDifferException naming the first that comes out otherwise than it was recorded, or whose policy is not there
     */
    static long of(EligibilityStore store) {
        DecisionsAgain again = new DecisionsAgain();
        store.visit(KeptPolicy.KIND, RecordKey.ANY, kept -> {
            again.policies.put(kept.hash(), Policy.of(kept.files()));
            return true;
        });
        store.visit(KeptRuling.KIND, RecordKey.ANY, again::same);
        return again.count;
    }

    private boolean same(KeptRuling kept) {
        Policy policy = policies.get(kept.policyHash());
        if (policy == null) {
            throw new BooksDifferException(
                    "decision " + kept.decisionId() + " was made by a policy that is not in the books");
        }
        if (!kept.replay(policy).same()) {
            throw new BooksDifferException("decision " + kept.decisionId()
                    + " comes out otherwise than it was recorded: see './sidik policy replay'");
        }
        count++;
        return true;
    }
}
