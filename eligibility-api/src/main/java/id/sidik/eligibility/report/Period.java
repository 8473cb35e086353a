package id.sidik.eligibility.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The days that a report is about, both included; at most ten years. */
public record Period(LocalDate from, LocalDate to) {
    /** The longest, in days. */
    public static final int DAYS_MAX = 3_660;

    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw new IllegalArgumentException(
                    "a period begins before it ends and has at most 3660 days: " + from + " to " + to);
        }
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Whether the day is one of them. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Months that begin within. */
    int months() {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    }
}
