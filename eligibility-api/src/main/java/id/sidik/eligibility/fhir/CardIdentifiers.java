package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.MemberCard;
import id.sidik.eligibility.v1.Programme;
import java.util.List;
import java.util.Optional;

/** The numbers on a member's cards as identifiers. A card that has ended identifies nobody. */
final class CardIdentifiers {
    private CardIdentifiers() {}

    /** All that are in force. */
    static List<ObjectNode> of(Member member) {
        return inForce(member).stream().map(CardIdentifiers::identifier).toList();
    }

    /** Of the card that a programme's cover is known by: the health card's, or the latest of the worker's. */
    static Optional<MemberCard> ofProgramme(Member member, Programme programme) {
        MemberCard.Scheme scheme = programme == Programme.JKN ? MemberCard.Scheme.JKN_CARD : MemberCard.Scheme.KPJ_CARD;
        return inForce(member).stream()
                .filter(card -> card.getScheme() == scheme)
                .reduce((_, later) -> later);
    }

    private static List<MemberCard> inForce(Member member) {
        return member.getCardsList().stream().filter(card -> !card.hasEndedAt()).toList();
    }

    /** Member number is HL7's word for it (v2 table 0203). */
    static ObjectNode identifier(MemberCard card) {
        ObjectNode identifier = Resources.identifier(
                card.getScheme() == MemberCard.Scheme.JKN_CARD ? Names.JKN_CARD : Names.KPJ_CARD, card.getNumber());
        identifier.put("use", "usual");
        identifier.set(
                "type", Resources.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "MB", "Member Number"));
        return identifier;
    }
}
