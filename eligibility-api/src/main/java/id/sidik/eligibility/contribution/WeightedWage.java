package id.sidik.eligibility.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The average yearly wage that a pension is reckoned from: the wage of each month, raised to the level of the day by an index (PP 45/2015).
 * A month whose index nobody has told makes the whole unknown.
 */
public sealed interface WeightedWage {
    /**
     * What it is.
     *
     * @param rupiah a year, each month rounded down
     */
    record Known(long rupiah) implements WeightedWage {}

    /**
     * Nobody can tell.
     *
     * @param year the first that needs an index and has none
     */
    record IndexMissing(int year) implements WeightedWage {}

    /** Months of a year. */
    int MONTHS = 12;

    /**
     * Of a ledger, for a day.
     *
     * @param index what the index was on a day, in any unit, above 0
     * @return empty where no wage was ever reported
     */
    static Optional<WeightedWage> of(Ledger ledger, LocalDate day, Function<LocalDate, Optional<Long>> index) {
        long sum = 0;
        int months = 0;
        Optional<Long> now = index.apply(day);
        for (Map.Entry<YearMonth, Ledger.Month> paid : ledger.months().entrySet()) {
            if (paid.getValue().wageRupiah().isEmpty()) {
                continue;
            }
            Optional<Long> then = index.apply(paid.getKey().atDay(1));
            if (then.isEmpty()) {
                return Optional.of(new IndexMissing(paid.getKey().getYear()));
            }
            if (now.isEmpty()) {
                return Optional.of(new IndexMissing(day.getYear()));
            }
            long wage = paid.getValue().wageRupiah().getAsLong();
            sum = Math.addExact(sum, Math.multiplyExact(wage, now.get()) / then.get());
            months++;
        }
        return months == 0 ? Optional.empty() : Optional.of(new Known(Math.multiplyExact(sum, MONTHS) / months));
    }
}
