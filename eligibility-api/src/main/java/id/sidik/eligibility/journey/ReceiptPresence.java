package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.fallback.FallbackUse;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.presence.ReceiptUse;
import id.sidik.eligibility.presence.ReceiptUseBody;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.receipt.ReceiptVerifier;
import id.sidik.eligibility.receipt.Revocation;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/**
 * Receipts as evidence of presence. What counts is the decision in the books; the receipt shows that whoever brings it was given it. That
 * it serves once is the store's to see to, by {@link id.sidik.eligibility.presence.ReceiptUseBody}.
 */
final class ReceiptPresence {
    private final Books books;

    ReceiptPresence(Books books) {
        this.books = books;
    }

    /**
     * The evidence that a receipt is, for this member at this facility.
     *
     * @param serves for which purposes it may have been given
     * @throws RequestRefusedException RECEIPT_INVALID, RECEIPT_EXPIRED, RECEIPT_REVOKED, RECEIPT_NOT_GRANTED, RECEIPT_OF_ANOTHER
     */
    PresenceEvidence.Receipt evidence(String jws, Nid nid, Facility facility, Predicate<Purpose> serves) {
        Receipt receipt = valid(jws);
        if (receipt.expiredAt(books.now())) {
            throw RequestRefusedException.notNow(
                    "RECEIPT_EXPIRED", "The receipt expired at " + receipt.expiresAt() + "; check the person again");
        }
        if (revoked(receipt)) {
            throw RequestRefusedException.notNow(
                    "RECEIPT_REVOKED", "The receipt was withdrawn; check the person again");
        }
        RecordedDecision decision = recorded(receipt);
        if (!(decision.decision() instanceof Decision.Granted)) {
            throw RequestRefusedException.notNow(
                    "RECEIPT_NOT_GRANTED", "The receipt says that nothing was granted; nothing can rest on it");
        }
        ReceiptMismatch.of(decision, nid, facility, serves).ifPresent(mismatch -> {
            throw mismatch.refusal(decision);
        });
        return new PresenceEvidence.Receipt(
                decision.decisionId(),
                books.store()
                        .find(FallbackUse.KIND, RecordKey.of(decision.decisionId()))
                        .map(FallbackUse::method));
    }

    private Receipt valid(String jws) {
        return switch (books.keys().receipts().verify(jws)) {
            case ReceiptVerifier.Result.Valid valid -> valid.receipt();
            case ReceiptVerifier.Result.Invalid invalid ->
                throw RequestRefusedException.invalid(
                        "RECEIPT_INVALID", "This is no receipt of this gate: " + invalid.reason());
        };
    }

    private boolean revoked(Receipt receipt) {
        LocalDate day = LocalDate.ofInstant(receipt.expiresAt(), ZoneOffset.UTC);
        return books.store()
                .find(Revocation.KIND, Revocation.day(day).then(receipt.decisionId()))
                .isPresent();
    }

    private RecordedDecision recorded(Receipt receipt) {
        return books.store()
                .find(DecisionBody.KIND, RecordKey.of(receipt.decisionId()))
                .map(StoredDecision::decision)
                .orElseThrow(() -> RequestRefusedException.invalid(
                        "RECEIPT_INVALID", "The receipt is of books that are not these"));
    }

    /** Uses up the receipt that a step rests on; other evidence has none to use up. */
    Transaction using(Transaction step, PresenceEvidence evidence, ReceiptUse.Kind kind, String recordId) {
        return switch (evidence) {
            case PresenceEvidence.Receipt receipt ->
                step.adding(ReceiptUseBody.KIND, new ReceiptUse(receipt.decisionId(), kind, recordId, books.now()));
            case PresenceEvidence.Grace _, PresenceEvidence.Missing _ -> step;
        };
    }

    /** What to say when the store found that it had served. */
    static RequestRefusedException used() {
        return RequestRefusedException.notNow("RECEIPT_USED", "The receipt was used up before; check the person again");
    }

    /** What to say when somebody else took a step since the record was read. */
    static RequestRefusedException changedMeanwhile() {
        return RequestRefusedException.notNow(
                "CHANGED_MEANWHILE", "Somebody else changed it at the same time; read it and ask again");
    }
}
