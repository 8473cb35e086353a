package id.sidik.eligibility.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Scanner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months that are paid for, each once. Written in order, runs as {@code 2014-01..2026-05}, with a space between runs; empty where
 * nothing was paid.
 *
 * @param months at most {@link #MONTHS_MAX}
 */
public record PaidMonths(NavigableSet<YearMonth> months) {
    /** Longer than anybody works. */
    static final int MONTHS_MAX = 1_200;

    private static final PaidMonths NONE = new PaidMonths(Collections.emptyNavigableSet());
    private static final Pattern RUN = Pattern.compile("([0-9]{4}-[0-9]{2})(?:\\.\\.([0-9]{4}-[0-9]{2}))?");

    public PaidMonths {
        if (months.size() > MONTHS_MAX) {
            throw new IllegalArgumentException("nobody pays more than 1200 months: " + months.size());
        }
        months = Collections.unmodifiableNavigableSet(new TreeSet<>(months));
    }

    /** Nothing was ever paid. */
    public static PaidMonths none() {
        return NONE;
    }

    public static PaidMonths of(Collection<YearMonth> months) {
        return new PaidMonths(new TreeSet<>(months));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for anything else
     * @throws java.time.DateTimeException for a month that no year has
     */
    static PaidMonths parse(String text) {
        NavigableSet<YearMonth> months = new TreeSet<>();
        new Scanner(text).forEachRemaining(run -> addRun(run, months));
        return new PaidMonths(months);
    }

    private static void addRun(String run, NavigableSet<YearMonth> months) {
        Matcher matcher = RUN.matcher(run);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("months are written 2014-01..2026-05 or 2026-05, not " + run);
        }
        YearMonth first = YearMonth.parse(matcher.group(1));
        YearMonth last = matcher.group(2) == null ? first : YearMonth.parse(matcher.group(2));
        if (last.isBefore(first) || first.plusMonths(MONTHS_MAX).isBefore(last)) {
            throw new IllegalArgumentException("a run of months goes forward, and for 1200 months at most: " + run);
        }
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
    }

    /** Whether a month up to that of the day is paid. */
    boolean begun(LocalDate day) {
        return months.floor(YearMonth.from(day)) != null;
    }

    /** Whether the day lies in a paid month, or in the months of grace after one. */
    boolean covers(LocalDate day, int graceMonths) {
        YearMonth last = months.floor(YearMonth.from(day));
        return last != null && !YearMonth.from(day).isAfter(last.plusMonths(graceMonths));
    }

    /**
     * The last day that is covered without a gap from this day on.
     *
     * @throws IllegalArgumentException for a day that is not covered
     */
    LocalDate coveredUntil(LocalDate day, int graceMonths) {
        YearMonth last = months.floor(YearMonth.from(day));
        if (last == null || !covers(day, graceMonths)) {
            throw new IllegalArgumentException("cover does not end that is not in force on " + day);
        }
        YearMonth next = months.higher(last);
        while (next != null && !next.isAfter(last.plusMonths(1L + graceMonths))) {
            last = next;
            next = months.higher(last);
        }
        return last.plusMonths(graceMonths).atEndOfMonth();
    }

    /** How many months are paid of those from the month of one day to that of the other, both included. */
    int countBetween(LocalDate from, LocalDate to) {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        return first.isAfter(last) ? 0 : months.subSet(first, true, last, true).size();
    }

    /** How many months without a gap end with the month of the day; 0 if that one is not paid. */
    int runUntil(LocalDate day) {
        int length = 0;
        for (YearMonth month = YearMonth.from(day); months.contains(month); month = month.minusMonths(1)) {
            length++;
        }
        return length;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        YearMonth month = months.isEmpty() ? null : months.first();
        while (month != null) {
            YearMonth last = month;
            while (months.contains(last.plusMonths(1))) {
                last = last.plusMonths(1);
            }
            text.append(text.isEmpty() ? "" : " ").append(month);
            text.append(last.equals(month) ? "" : ".." + last);
            month = months.higher(last);
        }
        return text.toString();
    }
}
