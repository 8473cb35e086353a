package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Arrears;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Ledger;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.contribution.WeightedWage;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What payments say: wages, balances, and the end of a suspension. */
final class AccountFacts {
    private static final int MONTHS_OF_YEAR = 12;

    /** The figure of the policy that wages of past years are raised by. */
    private static final String WAGE_INDEX = "jp.wage_index";

    private final Books books;
    private final PolicyBook policies;

    AccountFacts(Books books, PolicyBook policies) {
        this.books = books;
        this.policies = policies;
    }

    void add(Facts.Builder facts, Asked asked, Member member, List<Contribution> paid) {
        Ledger ledger = Ledger.of(asked.purpose().programme(), paid);
        switch (asked.purpose().programme()) {
            case JHT -> facts.with(Fact.JHT_BALANCE, balance(Programme.JHT, member, paid));
            case JP -> {
                facts.with(Fact.JP_BALANCE, balance(Programme.JP, member, paid));
                facts.with(Fact.JP_YEARLY_WAGE_REPORTED, yearlyWage(ledger));
                WeightedWage.of(ledger, asked.statedDay(Fact.CLAIM_EVENT_ON).orElse(asked.day()), this::wageIndex)
                        .ifPresent(wage -> weighted(facts, wage));
            }
            case JKK, JKP -> facts.with(Fact.WAGE_MONTHLY, wage(asked.day(), member, paid));
            case JKN -> reactivation(facts, asked.day(), member, ledger);
            case JKM -> {}
        }
    }

    private Optional<Long> wageIndex(LocalDate day) {
        return policies.current().figure(WAGE_INDEX, day);
    }

    private static void weighted(Facts.Builder facts, WeightedWage wage) {
        switch (wage) {
            case WeightedWage.Known known -> facts.with(Fact.JP_YEARLY_WAGE, known.rupiah());
            case WeightedWage.IndexMissing missing -> facts.with(Fact.JP_INDEX_MISSING_YEAR, (long) missing.year());
        }
    }

    /** What was paid in and earned, less what was paid out. */
    private long balance(Programme programme, Member member, Collection<Contribution> paid) {
        long saved = paid.stream()
                .filter(each -> each.programme() == programme)
                .mapToLong(Contribution::amountRupiah)
                .reduce(0, Math::addExact);
        long drawn = books.claimsOf(member.nid()).stream()
                .filter(claim -> claim.programme() == programme)
                .flatMapToLong(claim -> claim.grantedRupiah().stream())
                .reduce(0, Math::addExact);
        return Math.max(0, saved - drawn);
    }

    private static Optional<Long> yearlyWage(Ledger ledger) {
        return boxed(ledger.averageWageRupiah()).map(wage -> Math.multiplyExact(wage, MONTHS_OF_YEAR));
    }

    /** The wage of the latest month that was paid with one, and else what the employer reports. */
    private Optional<Long> wage(LocalDate day, Member member, Collection<Contribution> paid) {
        YearMonth month = YearMonth.from(day);
        return paid.stream()
                .filter(each -> each.wageRupiah().isPresent() && !each.period().isAfter(month))
                .max(Comparator.comparing(Contribution::period)
                        .thenComparingLong(each -> each.wageRupiah().getAsLong()))
                .flatMap(each -> boxed(each.wageRupiah()))
                .or(() -> books.ofAllNumbers(member.nid(), books::employmentsOf).stream()
                        .filter(work -> work.runsOn(day))
                        .map(Employment::wageRupiah)
                        .max(Comparator.naturalOrder()));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.stream().boxed().findFirst();
    }

    private void reactivation(Facts.Builder facts, LocalDate day, Member member, Ledger ledger) {
        if (ledger.months().isEmpty()) {
            return;
        }
        Optional<Arrears.Reactivation> reactivation =
                Dues.of(books, member).on(day, ledger).reactivation();
        facts.with(Fact.JKN_REACTIVATED_ON, reactivation.map(Arrears.Reactivation::on));
        facts.with(Fact.JKN_MONTHS_IN_ARREARS, reactivation.map(Arrears.Reactivation::monthsInArrears));
    }
}
