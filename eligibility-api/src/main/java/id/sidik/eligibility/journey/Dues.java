package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Arrears;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Ledger;
import id.sidik.eligibility.contribution.ProgrammeTerms;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.StatusChange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From when to when a member owes contributions.
 *
 * @param until the last month that is owed, when membership has ended
 */
record Dues(Member member, Optional<YearMonth> until) {

    /** The dead owe nothing, nor does a wage earner whom nobody employs. */
    static Dues of(Books books, Member member) {
        if (member.status() == MemberStatus.DECEASED) {
            return new Dues(
                    member,
                    books.deathOf(member.nid()).map(StatusChange::effectiveOn).map(YearMonth::from));
        }
        if (member.segment() != Segment.WAGE_EARNER) {
            return new Dues(member, Optional.empty());
        }
        List<Employment> works = books.employmentsOf(member.nid());
        return new Dues(
                member,
                works.stream().anyMatch(work -> work.until().isEmpty())
                        ? Optional.empty()
                        : works.stream()
                                .flatMap(work -> work.until().stream())
                                .max(Comparator.naturalOrder())
                                .map(YearMonth::from));
    }

    /** How she stands on a day with the programme of a ledger: months are owed from the first that was paid, or from registration. */
    Arrears on(LocalDate day, Ledger ledger) {
        Ledger known = ledger.asOf(day);
        YearMonth from = known.months().isEmpty()
                ? YearMonth.from(Contribution.dayOf(member.registeredAt()))
                : known.months().firstKey();
        return Arrears.on(day, known, from, until, ProgrammeTerms.of(known.programme()));
    }
}
