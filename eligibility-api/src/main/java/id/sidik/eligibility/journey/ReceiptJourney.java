package id.sidik.eligibility.journey;

import com.google.protobuf.Timestamp;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.keys.KeysRefusedException;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.receipt.ReceiptKey;
import id.sidik.eligibility.receipt.Revocation;
import id.sidik.eligibility.receipt.TrustAnchor;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.RevokeReceiptRequest;
import id.sidik.eligibility.v1.RevokeReceiptResponse;
import id.sidik.eligibility.v1.RotateReceiptKeyRequest;
import id.sidik.eligibility.v1.RotateReceiptKeyResponse;
import id.sidik.eligibility.v1.WithdrawReceiptKeyRequest;
import id.sidik.eligibility.v1.WithdrawReceiptKeyResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What facilities check receipts with, and the end of a receipt before its time. */
public final class ReceiptJourney {
    private static final Duration ACTIVE_WITHIN_MAX = Duration.ofDays(90);

    private final Books books;
    private final AnswerBook<RevokeReceiptResponse> answers;
    private final AnswerBook<WithdrawReceiptKeyResponse> withdrawals;

    public ReceiptJourney(Books books) {
        this.books = books;
        this.answers = new AnswerBook<>(books.store(), "RevokeReceipt", RevokeReceiptResponse.parser());
        this.withdrawals = new AnswerBook<>(books.store(), "WithdrawReceiptKey", WithdrawReceiptKeyResponse.parser());
    }

    /** The anchor and both lists as they are now. Their number is the size of the audit log, so it never falls. */
    public GetReceiptTrustResponse trust() {
        long number = books.store().auditHead().size();
        Instant now = books.now();
        return GetReceiptTrustResponse.newBuilder()
                .setAnchorPem(books.keys().anchor().publicKeyPem())
                .setKeySet(books.keys()
                        .anchor()
                        .keySet(number, now, books.keys().receipts().keys()))
                .setRevocations(books.keys().anchor().revocations(number, now, revoked(now)))
                .build();
    }

    /** Withdraws a receipt, once. */
    public RevokeReceiptResponse revoke(RevokeReceiptRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        String reason = Requests.withdrawalReason(request.getReason());
        StoredDecision stored = books.store()
                .find(DecisionBody.KIND, decisionKey(request.getDecisionId()))
                .orElseThrow(() -> RequestRefusedException.unknown("DECISION_UNKNOWN", "There is no such decision"));
        Instant now = books.now();
        Instant expiresAt = stored.decision().decidedAt().plus(Receipt.VALIDITY);
        if (!now.isBefore(expiresAt)) {
            throw RequestRefusedException.invalid(
                    "RECEIPT_EXPIRED", "The receipt expired at " + expiresAt + "; nobody acts on it any more");
        }
        AuditEvent event = books.event(
                        AuditEventType.RECEIPT_REVOKED,
                        caller,
                        stored.decision().nid())
                .with(AuditField.DECISION_ID, request.getDecisionId())
                .with(AuditField.NOTE, reason);
        CommitResult result = books.store()
                .commit(Transaction.auditing(event)
                        .adding(Revocation.KIND, new Revocation(request.getDecisionId(), expiresAt, now))
                        .answering(answers.answer(key, request, RevokeReceiptResponse.getDefaultInstance())));
        return switch (result) {
            case CommitResult.Committed(long auditIndex) -> answer(auditIndex);
            case CommitResult.AlreadyAnswered already -> answer(already.answer().auditIndex());
            case CommitResult.IdempotencyKeyReused _ -> throw AnswerBook.reused();
            case CommitResult.RecordExists _, CommitResult.RecordChanged _ ->
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.EXISTS, "RECEIPT_REVOKED", "That receipt is withdrawn already");
        };
    }

    /**
     * Makes the next key of receipts. It is in the key set at once and signs later, so that the set can reach facilities first. The
     * file comes before the event: a key that the audit names exists.
     */
    public RotateReceiptKeyResponse rotate(RotateReceiptKeyRequest request, Caller caller) {
        Instant now = books.now();
        Instant from = request.hasActiveFrom()
                ? Instant.ofEpochSecond(request.getActiveFrom().getSeconds())
                : now.plusSeconds(1);
        Instant newest = books.keys().receipts().keys().getLast().activeFrom();
        if (!from.isAfter(now) || from.isAfter(now.plus(ACTIVE_WITHIN_MAX)) || !from.isAfter(newest)) {
            throw RequestRefusedException.invalid(
                    "ACTIVE_FROM_INVALID",
                    "active_from must be after now and after " + newest + ", and at most 90 days ahead");
        }
        ReceiptKey key = made(from);
        var _ = books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.RECEIPT_KEY_MADE, caller)
                        .with(AuditField.KEY_ID, key.id())
                        .with(AuditField.ACTIVE_FROM, key.activeFrom().toString())));
        books.keys().receipts().add(key);
        return RotateReceiptKeyResponse.newBuilder()
                .setKeyId(key.id())
                .setActiveFrom(
                        Timestamp.newBuilder().setSeconds(key.activeFrom().getEpochSecond()))
                .build();
    }

    /**
     * Takes a key out of use that somebody else may hold. The file comes before the event: whatever happens in between, the key is gone.
     */
    public WithdrawReceiptKeyResponse withdrawKey(WithdrawReceiptKeyRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        String reason = Requests.withdrawalReason(request.getReason());
        Optional<WithdrawReceiptKeyResponse> earlier = withdrawals.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ReceiptKey stolen = books.keys().receipts().keys().stream()
                .filter(known -> known.id().equals(request.getKeyId()))
                .findFirst()
                .orElseThrow(() -> RequestRefusedException.unknown(
                        "RECEIPT_KEY_UNKNOWN", "No key of this id signs receipts; the key set lists those that do"));
        ReceiptKey fresh = books.keys().receiptKeys().replace(stolen);
        books.keys().receipts().replace(stolen, fresh);
        return withdrawals.commit(
                Transaction.auditing(books.event(AuditEventType.RECEIPT_KEY_WITHDRAWN, caller)
                        .with(AuditField.KEY_ID, stolen.id())
                        .with(AuditField.ACTIVE_FROM, stolen.activeFrom().toString())
                        .with(AuditField.NOTE, reason)),
                key,
                request,
                WithdrawReceiptKeyResponse.newBuilder().setKeyId(fresh.id()).build(),
                result -> new IllegalStateException("a key changes no record: " + result));
    }

    private ReceiptKey made(Instant from) {
        try {
            return books.keys().receiptKeys().make(from);
        } catch (KeysRefusedException e) {
            throw RequestRefusedException.invalid("ACTIVE_FROM_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private List<String> revoked(Instant now) {
        List<String> ids = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (long days = 0; days <= Receipt.VALIDITY.toDays(); days++) {
            books
                    .store()
                    .list(Revocation.KIND, Revocation.day(today.plusDays(days)), TrustAnchor.REVOCATIONS_MAX)
                    .stream()
                    .filter(revocation -> revocation.expiresAt().isAfter(now))
                    .forEach(revocation -> ids.add(revocation.decisionId()));
        }
        return ids;
    }

    private static RevokeReceiptResponse answer(long auditIndex) {
        return RevokeReceiptResponse.newBuilder().setAuditIndex(auditIndex).build();
    }

    private static RecordKey decisionKey(String decisionId) {
        if (!decisionId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw RequestRefusedException.unknown("DECISION_UNKNOWN", "There is no such decision");
        }
        return RecordKey.of(decisionId);
    }
}
