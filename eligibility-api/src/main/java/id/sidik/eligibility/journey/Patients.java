package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.Card;
import id.sidik.eligibility.member.CardNumber;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidDetails;
import id.sidik.eligibility.nid.PatientIds;
import java.time.Instant;
import java.util.Optional;

/** What other systems may call a member, and what a number says of its holder. */
public final class Patients {
    private final Books books;
    private final PatientIds ids;
    private final Cards cards;

    Patients(Books books) {
        this.books = books;
        this.cards = new Cards(books);
        this.ids = books.keys().nidHasher().patientIds();
    }

    /** The name that stands for this number in other systems. */
    public String idOf(String nid) {
        return ids.of(new Nid(nid));
    }

    /** The number behind such a name; empty if this gate never gave it. */
    public Optional<String> nidOf(String id) {
        return ids.nidOf(id).map(Nid::wholeDigits);
    }

    /** The number of whoever has this card in force; empty if nobody has, or no card is numbered so. */
    public Optional<String> nidOfCard(String cardNumber) {
        return Optional.of(cardNumber)
                .filter(CardNumber::hasForm)
                .map(CardNumber::new)
                .flatMap(cards::find)
                .filter(Card::isInForce)
                .map(card -> card.nid().wholeDigits());
    }

    /** What the number says; empty if no number can be like that. */
    public Optional<NidDetails> detailsOf(String nid) {
        return books.detailsOf(nid);
    }

    /** The moment by the gate's own clock. */
    public Instant now() {
        return books.now();
    }
}
