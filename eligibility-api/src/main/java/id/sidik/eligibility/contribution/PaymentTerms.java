package id.sidik.eligibility.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Until when a month is to be paid. The figures are rules of a programme and come from its policy.
 *
 * @param dueDay the last day of the month on which payment is in time, 1 to 31; the last of a shorter month
 * @param dueMonthsAfter 0 when a month is to be paid within it, 1 when within the month after it, 0 to 12
 * @param graceMonths cover runs to the end of the month in which payment is due, and for so many months more, 0 to 12
 */
public record PaymentTerms(int dueDay, int dueMonthsAfter, int graceMonths) {
    private static final int DAYS_OF_MONTH_MAX = 31;
    private static final int MONTHS_MAX = 12;

    public PaymentTerms {
        if (dueDay < 1 || dueDay > DAYS_OF_MONTH_MAX) {
            throw new IllegalArgumentException("a day of the month is 1 to 31: " + dueDay);
        }
        if (dueMonthsAfter < 0 || dueMonthsAfter > MONTHS_MAX) {
            throw new IllegalArgumentException("a month is due 0 to 12 months after it: " + dueMonthsAfter);
        }
        if (graceMonths < 0 || graceMonths > MONTHS_MAX) {
            throw new IllegalArgumentException("grace is 0 to 12 months: " + graceMonths);
        }
    }

    /** The last day on which payment for a month is in time. */
    public LocalDate dueOn(YearMonth month) {
        YearMonth payable = month.plusMonths(dueMonthsAfter);
        return payable.atDay(Math.min(dueDay, payable.lengthOfMonth()));
    }

    /** The last day on which a month may be unpaid without cover ending. */
    public LocalDate graceEndsOn(YearMonth month) {
        return month.plusMonths((long) dueMonthsAfter + graceMonths).atEndOfMonth();
    }
}
