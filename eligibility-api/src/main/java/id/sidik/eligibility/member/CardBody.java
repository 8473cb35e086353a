package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a card, layout 1.
 *
 * <pre>
 * text number | text NID | moment recorded | optional moment ended
 * </pre>
 */
public final class CardBody {
    /** Whose they are, in the order of their numbers' hashes. */
    public static final RecordIndex<Card> BY_MEMBER = RecordIndex.of("member", card -> RecordKey.of(card.nid()));

    /** Cards, by their number, of which the key has a keyed hash. */
    public static final RecordKind<Card> KIND = RecordKind.of(
                    "cards", 'g', card -> key(card.number()), CardBody::write, CardBody::read)
            .indexedBy(BY_MEMBER);

    private CardBody() {}

    /** Where the card of this number lies. */
    public static RecordKey key(CardNumber number) {
        return RecordKey.ofPersonal(number.wholeDigits());
    }

    private static BodyWriter write(Card card) {
        BodyWriter body = new BodyWriter()
                .text(card.number().wholeDigits())
                .text(card.nid().wholeDigits())
                .moment(card.recordedAt());
        return body.optional(card.endedAt(), body::moment);
    }

    private static Card read(BodyReader body) {
        return new Card(new CardNumber(body.text()), new Nid(body.text()), body.moment(), body.optional(body::moment));
    }
}
