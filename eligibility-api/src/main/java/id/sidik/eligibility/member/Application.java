package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said who wants to become a member. Nothing of it is true yet.
 *
 * @param fullName 1 to 120 characters, no control characters
 * @param profile of the same NID, revision 1
 * @param employment of the same NID
 * @param dependants of the same NID, numbered from 1
 * @param consents of the same NID, one for each use at most
 * @param cards that the applicant has already, each once
 */
public record Application(
        Nid nid,
        String fullName,
        Segment segment,
        Profile profile,
        Optional<Employment> employment,
        List<Dependant> dependants,
        List<Consent> consents,
        List<CardNumber> cards) {

    public Application {
        if (!Member.isFullName(fullName)) {
            throw new IllegalArgumentException("a full name is 1 to 120 characters without control characters");
        }
        dependants = List.copyOf(dependants);
        consents = List.copyOf(consents);
        cards = List.copyOf(cards);
        boolean othersToo = !profile.nid().equals(nid)
                || employment.map(work -> !work.nid().equals(nid)).orElse(false)
                || dependants.stream().anyMatch(dependant -> !dependant.member().equals(nid))
                || consents.stream().anyMatch(consent -> !consent.nid().equals(nid));
        if (othersToo) {
            throw new IllegalArgumentException("an application speaks of one person");
        }
    }

    /** What tells this person from others. */
    public Likeness.Person person() {
        return Likeness.Person.of(fullName, profile);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Application[" + nid.masked() + ", " + segment + "]";
    }
}
