package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import java.util.List;

/**
 * What a policy makes of the facts.
 *
 * @param decision what may be told to whoever stands there
 * @param grounds every reason against, in order of precedence, told or not: for the audit only
 * @param policyVersion of the rules that decided
 */
public record Ruling(Decision decision, List<DenialReason> grounds, String policyVersion) {

    public Ruling {
        grounds = grounds.stream().sorted().distinct().toList();
        if (decision instanceof Decision.Granted && !grounds.isEmpty()) {
            throw new IllegalArgumentException("nobody is granted against a reason: " + grounds);
        }
    }
}
