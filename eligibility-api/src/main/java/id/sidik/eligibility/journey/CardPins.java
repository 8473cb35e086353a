package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.fallback.CardPin;
import id.sidik.eligibility.fallback.SecretHash;
import id.sidik.eligibility.nid.Nid;
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
        CardPin pin = new CardPin(nid, SecretHash.of(request.getPin(), books.newId()), books.now());
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

    /** Refuses a member whose card has none. */
    void require(Nid nid) {
        of(nid);
    }

    private CardPin of(Nid nid) {
        return books.store()
                .find(CardPin.KIND, RecordKey.of(nid))
                .orElseThrow(() -> RequestRefusedException.notNow(
                        "PIN_NOT_SET", "The member's card has no PIN; use another method"));
    }
}
