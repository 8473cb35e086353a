package id.sidik.eligibility.contribution;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a member stands with one programme: which months are paid, and how much that was in all.
 *
 * @param paidMonths at least one; a month paid twice counts once
 * @param totalRupiah of all payments, doubled ones included
 */
public record Standing(Programme programme, NavigableSet<YearMonth> paidMonths, long totalRupiah) {

    public Standing {
        if (paidMonths.isEmpty()) {
            throw new IllegalArgumentException("a standing rests on at least one payment");
        }
        paidMonths = Collections.unmodifiableNavigableSet(new TreeSet<>(paidMonths));
    }

    /** The standings that follow from the payments of one member; programmes without a payment have none. */
    public static Map<Programme, Standing> of(Collection<Contribution> contributions) {
        Map<Programme, List<Contribution>> byProgramme = contributions.stream()
                .filter(Contribution::paysMonth)
                .collect(Collectors.groupingBy(Contribution::programme));
        Map<Programme, Standing> standings = new EnumMap<>(Programme.class);
        byProgramme.forEach((programme, payments) -> standings.put(programme, of(programme, payments)));
        return Collections.unmodifiableMap(standings);
    }

    private static Standing of(Programme programme, List<Contribution> payments) {
        NavigableSet<YearMonth> months = new TreeSet<>();
        long totalRupiah = 0;
        for (Contribution payment : payments) {
            months.add(payment.period());
            totalRupiah = Math.addExact(totalRupiah, payment.amountRupiah());
        }
        return new Standing(programme, months, totalRupiah);
    }

    /** The first month ever paid. */
    public YearMonth paidFrom() {
        return paidMonths.first();
    }

    /** The last month paid, with or without gaps before it. */
    public YearMonth paidUntil() {
        return paidMonths.last();
    }

    /** How many different months are paid. */
    public int monthsPaid() {
        return paidMonths.size();
    }
}
