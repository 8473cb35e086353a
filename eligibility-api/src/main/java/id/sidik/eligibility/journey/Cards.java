package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.Card;
import id.sidik.eligibility.member.CardBody;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers on cards: whose they are, and which may be recorded. */
final class Cards {
    /** A registration is one transaction, which has room for so many. */
    private static final int APPLIED_MAX = 8;

    private static final Comparator<Card> EARLIEST_FIRST = Comparator.comparing(Card::recordedAt)
            .thenComparing(card -> card.number().wholeDigits());

    private final Books books;

    Cards(Books books) {
        this.books = books;
    }

    /**
     * Whom a request names, by the one number or by the other.
     *
     * @throws RequestRefusedException NID_INVALID, CARD_NUMBER_INVALID, CARD_UNKNOWN, CARD_ENDED
     */
    Nid whose(String nid, String cardNumber) {
        if (cardNumber.isEmpty()) {
            return books.checkedNid(nid).nid();
        }
        if (!nid.isEmpty()) {
            throw RequestRefusedException.invalid(
                    "CARD_NUMBER_INVALID", "name the person by nid or by card_number, not by both");
        }
        return inForce(number(cardNumber)).nid();
    }

    static CardNumber number(String text) {
        if (!CardNumber.hasForm(text)) {
            throw RequestRefusedException.invalid(
                    "CARD_NUMBER_INVALID",
                    "card_number must be 13 digits (JKN) or 11 (KPJ), not " + text.length()
                            + " characters; check it against the card");
        }
        return new CardNumber(text);
    }

    private Card inForce(CardNumber number) {
        Card card = find(number).orElseThrow(() -> unknown(number));
        if (!card.isInForce()) {
            throw RequestRefusedException.conflict(
                    "CARD_ENDED", "The card " + number.masked() + " counts no longer; ask for another, or for the NID");
        }
        return card;
    }

    Optional<Card> find(CardNumber number) {
        return books.store().find(CardBody.KIND, CardBody.key(number));
    }

    private static RequestRefusedException unknown(CardNumber number) {
        return RequestRefusedException.unknown(
                "CARD_UNKNOWN", "Nobody has a card " + number.masked() + "; check it, or ask for the NID");
    }

    /** All of a member's, earliest first. */
    List<Card> of(Nid nid) {
        return books
                .store()
                .asOfNow(view -> view.list(CardBody.KIND, CardBody.BY_MEMBER, RecordKey.of(nid), Card.COUNT_MAX))
                .stream()
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** What is recorded of these numbers, as {@link #of} would list it. */
    static List<Card> recorded(Nid nid, Collection<CardNumber> numbers, Instant at) {
        return numbers.stream()
                .map(number -> Card.recorded(number, nid, at))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** What an applicant says; each number once. */
    List<CardNumber> applied(Nid nid, List<String> numbers) {
        List<CardNumber> said = numbers.stream().map(Cards::number).distinct().toList();
        said.forEach(number -> requireFree(number, nid));
        requireRoom(List.of(), said);
        if (said.size() > APPLIED_MAX) {
            throw tooMany("an applicant names at most " + APPLIED_MAX + " cards; record more of a member");
        }
        return said;
    }

    /**
     * And that these are a member's from now on.
     *
     * @throws RequestRefusedException CARD_TAKEN, CARD_IN_FORCE, CARDS_TOO_MANY
     */
    Transaction recording(Transaction transaction, Nid nid, Collection<CardNumber> numbers, Instant at) {
        if (numbers.isEmpty()) {
            return transaction;
        }
        Map<CardNumber, Card> ended = new HashMap<>();
        for (CardNumber number : numbers) {
            requireFree(number, nid).ifPresent(card -> ended.put(number, card));
        }
        requireRoom(of(nid), numbers);
        Transaction all = transaction;
        for (Card card : recorded(nid, numbers, at)) {
            Card former = ended.get(card.number());
            all = former == null ? all.adding(CardBody.KIND, card) : all.replacing(CardBody.KIND, former, card);
        }
        return all;
    }

    /** The card of this number that was ended, if there is one: what is replaced must be what was looked at. */
    private Optional<Card> requireFree(CardNumber number, Nid nid) {
        Optional<Card> known = find(number);
        known.filter(Card::isInForce).ifPresent(card -> {
            boolean own = card.nid().equals(nid);
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.EXISTS,
                    own ? "CARD_IN_FORCE" : "CARD_TAKEN",
                    "The card " + number.masked() + (own ? " is the member's already" : " is another member's"));
        });
        return known;
    }

    private static RequestRefusedException tooMany(String message) {
        return RequestRefusedException.invalid("CARDS_TOO_MANY", message);
    }

    private static void requireRoom(Collection<Card> known, Collection<CardNumber> more) {
        if (known.size() + more.size() > Card.COUNT_MAX) {
            throw tooMany("a member has at most " + Card.COUNT_MAX + " cards in a lifetime");
        }
        Map<CardNumber.Scheme, Integer> inForce = new EnumMap<>(CardNumber.Scheme.class);
        known.stream()
                .filter(Card::isInForce)
                .map(card -> card.number().scheme())
                .forEach(scheme -> inForce.merge(scheme, 1, Integer::sum));
        more.forEach(number -> {
            CardNumber.Scheme scheme = number.scheme();
            if (inForce.merge(scheme, 1, Integer::sum) > scheme.inForceMax()) {
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.EXISTS,
                        "CARD_IN_FORCE",
                        "a member has at most " + scheme.inForceMax() + " " + scheme + " card"
                                + (scheme.inForceMax() == 1 ? "" : "s") + " in force; end one first");
            }
        });
    }

    /**
     * And that a member's card counts no longer.
     *
     * @throws RequestRefusedException CARD_UNKNOWN, also of another member's; CARD_ENDED
     */
    Transaction ending(Transaction transaction, Nid nid, CardNumber number) {
        Card card = find(number).filter(found -> found.nid().equals(nid)).orElseThrow(() -> unknown(number));
        if (!card.isInForce()) {
            throw RequestRefusedException.conflict("CARD_ENDED", "The card " + number.masked() + " was ended before");
        }
        return transaction.replacing(CardBody.KIND, card, card.ended(books.now()));
    }
}
