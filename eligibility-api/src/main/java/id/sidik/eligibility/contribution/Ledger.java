package id.sidik.eligibility.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The months that were paid for one member and programme, with what was paid and earned in each. Balances and figures of benefits are
 * worked out from it by the rules.
 *
 * @param months may be empty
 */
public record Ledger(Programme programme, NavigableMap<YearMonth, Month> months) {

    public Ledger {
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    }

    /**
     * One month.
     *
     * @param amountRupiah of all payments for it
     * @param wageRupiah the highest wage that was reported for it, if one was
     * @param firstPaidOn the day of the first payment
     */
    public record Month(long amountRupiah, OptionalLong wageRupiah, LocalDate firstPaidOn) {
        private Month and(Month other) {
            boolean higher = other.wageRupiah.orElse(0) > wageRupiah.orElse(0);
            return new Month(
                    Math.addExact(amountRupiah, other.amountRupiah),
                    higher ? other.wageRupiah : wageRupiah,
                    other.firstPaidOn.isBefore(firstPaidOn) ? other.firstPaidOn : firstPaidOn);
        }
    }

    /** The ledger of a programme; payments for others and what savings earned are left aside. */
    public static Ledger of(Programme programme, Collection<Contribution> contributions) {
        NavigableMap<YearMonth, Month> months = new TreeMap<>();
        contributions.stream()
                .filter(contribution -> contribution.programme() == programme && contribution.paysMonth())
                .forEach(contribution -> months.merge(
                        contribution.period(),
                        new Month(contribution.amountRupiah(), contribution.wageRupiah(), contribution.paidOn()),
                        Month::and));
        return new Ledger(programme, months);
    }

    /** What was known on a day: payments made later are left out. */
    public Ledger asOf(LocalDate day) {
        NavigableMap<YearMonth, Month> known = new TreeMap<>(months);
        known.values().removeIf(month -> month.firstPaidOn().isAfter(day));
        return new Ledger(programme, known);
    }

    /** How many different months are paid. */
    public int monthsPaid() {
        return months.size();
    }

    /** How many months of a span are paid; both ends count. */
    public int monthsPaid(YearMonth first, YearMonth last) {
        SortedMap<YearMonth, Month> span =
                first.isAfter(last) ? Collections.emptySortedMap() : months.subMap(first, true, last, true);
        return span.size();
    }

    /** Everything that was paid. */
    public long totalRupiah() {
        return months.values().stream().mapToLong(Month::amountRupiah).reduce(0, Math::addExact);
    }

    /** The latest wage that was reported. */
    public OptionalLong lastWageRupiah() {
        return months.descendingMap().values().stream()
                .map(Month::wageRupiah)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** The mean of the monthly wages that were reported, rounded down. */
    public OptionalLong averageWageRupiah() {
        long[] wages = months.values().stream()
                .map(Month::wageRupiah)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .toArray();
        if (wages.length == 0) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (long wage : wages) {
            sum = Math.addExact(sum, wage);
        }
        return OptionalLong.of(sum / wages.length);
    }
}
