package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who depends on a member. Which of them count for a benefit is a rule, and not decided here.
 *
 * @param member on whom the person depends
 * @param number 1 to 20 among the member's own; never used twice
 * @param fullName 1 to 120 characters, no control characters
 * @param nid the dependant's own number, as far as there is one
 * @param until the last day of dependence, if it has ended
 */
public record Dependant(
        Nid member,
        int number,
        String fullName,
        Relationship relationship,
        LocalDate birthDate,
        Sex sex,
        Optional<Nid> nid,
        Optional<LocalDate> until) {

    /** The most that one member can name in a life. */
    public static final int COUNT_MAX = 20;

    public Dependant {
        if (number < 1 || number > COUNT_MAX) {
            throw new IllegalArgumentException("dependants are numbered from 1 to 20: " + number);
        }
        if (!Member.isFullName(fullName)) {
            throw new IllegalArgumentException("a full name is 1 to 120 characters without control characters");
        }
        if (nid.isPresent() && nid.get().equals(member)) {
            throw new IllegalArgumentException("nobody depends on herself");
        }
    }

    /** The same person, whose dependence ends with that day. */
    public Dependant endingOn(LocalDate lastDay) {
        return new Dependant(member, number, fullName, relationship, birthDate, sex, nid, Optional.of(lastDay));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Dependant[" + number + " of " + member.masked() + ", " + relationship + "]";
    }
}
