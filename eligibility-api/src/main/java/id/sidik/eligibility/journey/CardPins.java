package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.fallback.CardPin;
import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.fallback.SecretHash;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.SetPinRequest;

/** PINs of members' cards. */
public final class CardPins {
    private final Books books;
    private final AnswerBook<Empty> settings;

    CardPins(Books books) {
        this.books = books;
        this.settings = new AnswerBook<>(books.store(), "SetPin", Empty.parser());
    }

    /** Sets the PIN of a member's card; the former one serves no longer. */
    public void set(SetPinRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Nid nid = books.member(books.checkedNid(request.getNid()).nid()).nid();
        if (settings.find(key, request).isPresent()) {
            return;
        }
        if (!CardPin.isGood(request.getPin(), nid)) {
            throw RequestRefusedException.invalid(
                    "PIN_INVALID", "pin must be 6 digits: not all alike, not a run, not the birth date");
        }
        CardPin pin = CardPin.set(nid, SecretHash.of(request.getPin(), books.newId()), books.now());
        settings.commit(
                Transaction.auditing(books.event(AuditEventType.PIN_SET, caller, nid))
                        .putting(CardPin.KIND, pin),
                key,
                request,
                Empty.getDefaultInstance(),
                result -> new IllegalStateException("a PIN replaces whatever was there: " + result));
    }

    /**
     * Whether that is the PIN of a member's card.
     *
     * @throws RequestRefusedException PIN_NOT_SET
     */
    boolean matches(Nid nid, String pin) {
        return of(nid).hash().matches(pin);
    }

    /**
     * Refuses a fallback by PIN where it cannot serve: the card has none, or it was guessed at too often and this facility does not know
     * the member. Where she is known her PIN serves on: nobody locks her out from afar. Other methods pass.
     *
     * @throws RequestRefusedException PIN_NOT_SET, PIN_NOT_HERE
     */
    void requireServing(Fallback fallback) {
        if (fallback.method() == FallbackMethod.CARD_PIN
                && of(fallback.nid()).isWornOut(books.now())
                && !isKnown(fallback.nid(), fallback.facility())) {
            throw RequestRefusedException.notNow(
                    "PIN_NOT_HERE",
                    "This PIN was guessed at too often where the member is not known; use another method, or set another PIN");
        }
    }

    /** The transaction of a wrong answer, which counts it against the PIN, where strangers gave it. */
    Transaction failing(Transaction transaction, Fallback fallback) {
        if (fallback.method() != FallbackMethod.CARD_PIN || isKnown(fallback.nid(), fallback.facility())) {
            return transaction;
        }
        CardPin pin = of(fallback.nid());
        return transaction.replacing(CardPin.KIND, pin, pin.guessedAt(books.now()));
    }

    /** Whether the member was present there before, as a visit or a claim shows. */
    private boolean isKnown(Nid nid, Facility facility) {
        return books.visitsOf(nid).stream()
                        .anyMatch(visit -> visit.facility().equals(facility)
                                && visit.presence() instanceof PresenceEvidence.Receipt)
                || books.claimsOf(nid).stream()
                        .anyMatch(claim -> claim.facility().equals(facility)
                                && claim.presence() instanceof PresenceEvidence.Receipt);
    }

    private CardPin of(Nid nid) {
        return books.store()
                .find(CardPin.KIND, RecordKey.of(nid))
                .orElseThrow(() -> RequestRefusedException.notNow(
                        "PIN_NOT_SET", "The member's card has no PIN; use another method"));
    }
}
