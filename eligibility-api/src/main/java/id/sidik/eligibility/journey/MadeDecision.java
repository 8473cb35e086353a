package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.store.Transaction;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision that goes into the books with what it rests on, so that it can be made again.
 *
 * @param ruling whose outcome it is
 * @param kept facts, day and rules
 */
record MadeDecision(RecordedDecision decision, Ruling ruling, KeptRuling kept) {
    /** Asks the policy. */
    static MadeDecision of(String decisionId, Enquiry enquiry, Policy policy, Facts facts, LocalDate day, Instant now) {
        Ruling ruling = policy.decide(facts, day);
        RecordedDecision decision = new RecordedDecision(
                decisionId,
                enquiry.nid(),
                enquiry.purpose(),
                enquiry.facility(),
                ruling.decision(),
                ruling.policyVersion(),
                now);
        return new MadeDecision(decision, ruling, new KeptRuling(decisionId, day, policy.hash(), facts, ruling.json()));
    }

    /** The transaction that writes it down. */
    Transaction in(Transaction transaction) {
        return transaction
                .adding(DecisionBody.KIND, StoredDecision.unstamped(decision))
                .adding(KeptRuling.KIND, kept);
    }
}
