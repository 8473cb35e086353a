package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.receipt.ReceiptVerifier;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.Optional;

/** Says again what was decided, to the facility where it was. Decides nothing. */
public final class DecisionRecall {
    private final Books books;
    private final PolicyBook policies;
    private final FallbackPresence fallbacks;

    DecisionRecall(Books books, PolicyBook policies) {
        this.books = books;
        this.policies = policies;
        this.fallbacks = new FallbackPresence(books);
    }

    /** A decision from the books with the answer that was given. */
    public record Recalled(RecordedDecision decision, CheckEligibilityResponse answer) {}

    /**
     * The decision of that id.
     *
     * @throws RequestRefusedException DECISION_UNKNOWN
     * @throws id.sidik.eligibility.access.AccessRefusedException for another facility's
     */
    public Recalled byId(String decisionId, Caller caller) {
        StoredDecision stored = find(decisionId)
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "DECISION_UNKNOWN", "There is no decision of this id; it is the id of an earlier answer"));
        caller.warrant().requireFacility(stored.decision().facility().id());
        return recalled(stored);
    }

    /**
     * What a receipt says that this gate signed and that is in force. It proves who was present; what counts is what the books say of its
     * decision.
     *
     * @throws RequestRefusedException RECEIPT_INVALID, RECEIPT_EXPIRED
     */
    public Receipt verified(String jws) {
        Receipt receipt = switch (books.keys().receipts().verify(jws)) {
            case ReceiptVerifier.Result.Valid valid -> valid.receipt();
            case ReceiptVerifier.Result.Invalid invalid ->
                throw RequestRefusedException.invalid(
                        "RECEIPT_INVALID", "This is no receipt of this gate: " + invalid.reason());
        };
        if (receipt.expiredAt(books.now())) {
            throw RequestRefusedException.invalid(
                    "RECEIPT_EXPIRED", "The receipt expired at " + receipt.expiresAt() + "; check the person again");
        }
        return receipt;
    }

    private Optional<StoredDecision> find(String decisionId) {
        return RecordedDecision.isId(decisionId)
                ? books.store().find(DecisionBody.KIND, RecordKey.of(decisionId))
                : Optional.empty();
    }

    private Recalled recalled(StoredDecision stored) {
        RecordedDecision decision = stored.decision();
        Optional<FallbackMethod> fallback = fallbacks.restedOn(decision.decisionId());
        return new Recalled(
                decision,
                Wording.decision(decision, policies.again(decision), fallback)
                        .setReceipt(books.keys().receipts().sign(decision, fallback, stored.auditIndex()))
                        .setAuditIndex(stored.auditIndex())
                        .build());
    }
}
