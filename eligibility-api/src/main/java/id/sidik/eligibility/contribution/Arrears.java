package id.sidik.eligibility.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a member stands on a day with the months that a programme obliges to pay.
 *
 * @param unpaidMonths due and not paid, earliest first
 * @param overdueMonths those of them whose grace has ended
 * @param reactivation the latest end of a suspension, if nothing is overdue now
 */
public record Arrears(
        Programme programme,
        PaymentState state,
        List<YearMonth> unpaidMonths,
        List<YearMonth> overdueMonths,
        Optional<Reactivation> reactivation) {

    public Arrears {
        unpaidMonths = List.copyOf(unpaidMonths);
        overdueMonths = List.copyOf(overdueMonths);
    }

    /**
     * A suspension ended because all that was overdue was paid.
     *
     * @param on the day of that payment
     * @param monthsInArrears how many months were overdue until then
     */
    public record Reactivation(LocalDate on, int monthsInArrears) {}

    /**
     * Looks at one programme on one day.
     *
     * @param from the first month that is owed
     * @param until the last month that is owed, when membership has ended
     */
    public static Arrears on(
            LocalDate day, Ledger ledger, YearMonth from, Optional<YearMonth> until, PaymentTerms terms) {
        Ledger known = ledger.asOf(day);
        List<YearMonth> unpaid = owed(day, from, until, terms)
                .filter(month -> !known.months().containsKey(month))
                .toList();
        List<YearMonth> overdue = unpaid.stream()
                .filter(month -> terms.graceEndsOn(month).isBefore(day))
                .toList();
        Optional<Reactivation> reactivation =
                overdue.isEmpty() ? reactivation(known, from, until, terms) : Optional.empty();
        return new Arrears(ledger.programme(), state(unpaid, overdue), unpaid, overdue, reactivation);
    }

    private static PaymentState state(List<YearMonth> unpaid, List<YearMonth> overdue) {
        if (!overdue.isEmpty()) {
            return PaymentState.IN_ARREARS;
        }
        return unpaid.isEmpty() ? PaymentState.CURRENT : PaymentState.IN_GRACE;
    }

    /** Months whose last day of payment has passed. */
    private static Stream<YearMonth> owed(
            LocalDate day, YearMonth from, Optional<YearMonth> until, PaymentTerms terms) {
        return Stream.iterate(from, month -> terms.dueOn(month).isBefore(day), month -> month.plusMonths(1))
                .filter(month -> until.map(last -> !month.isAfter(last)).orElse(true));
    }

    /** The last late payment after which nothing was overdue. */
    private static Optional<Reactivation> reactivation(
            Ledger known, YearMonth from, Optional<YearMonth> until, PaymentTerms terms) {
        return known.months().entrySet().stream()
                .filter(paid -> !paid.getKey().isBefore(from))
                .filter(paid -> until.map(last -> !paid.getKey().isAfter(last)).orElse(true))
                .filter(paid -> paid.getValue().firstPaidOn().isAfter(terms.graceEndsOn(paid.getKey())))
                .map(paid -> paid.getValue().firstPaidOn())
                .max(LocalDate::compareTo)
                .map(on -> new Reactivation(on, overdueBefore(on, known, from, until, terms)));
    }

    /** How many months were overdue on a day but for the payments of that day. */
    private static int overdueBefore(
            LocalDate day, Ledger known, YearMonth from, Optional<YearMonth> until, PaymentTerms terms) {
        Ledger before = known.asOf(day.minusDays(1));
        return Math.toIntExact(owed(day, from, until, terms)
                .filter(month -> terms.graceEndsOn(month).isBefore(day))
                .filter(month -> !before.months().containsKey(month))
                .count());
    }
}
