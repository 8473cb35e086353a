package id.sidik.eligibility.policy;

import id.sidik.eligibility.contribution.Standing;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * From when until when paid months protect. A contribution for a month covers that month, and {@link #GRACE_MONTHS} after it
 * in which the next payment may still arrive.
 */
final class Cover {
    /**
     * Contributions of a month fall due in the month after it: by the 15th for employers (PP 44/2015, 45/2015, 46/2015), by
     * the 10th for JKN (Perpres 64/2020). Nobody is turned away for a payment that is not late yet. Policy 2026.1.
     */
    static final int GRACE_MONTHS = 1;

    private Cover() {}

    /** Whether the day lies in a paid month or in its grace. */
    static boolean inForce(Standing standing, LocalDate day) {
        YearMonth lastPaid = standing.paidMonths().floor(YearMonth.from(day));
        return lastPaid != null && !YearMonth.from(day).isAfter(lastPaid.plusMonths(GRACE_MONTHS));
    }

    /** Whether every paid month is still to come. */
    static boolean notBegun(Standing standing, LocalDate day) {
        return standing.paidFrom().isAfter(YearMonth.from(day));
    }

    /** The last day that is covered without a gap from this day on. The day itself must be {@link #inForce}. */
    static LocalDate inForceUntil(Standing standing, LocalDate day) {
        YearMonth last = standing.paidMonths().floor(YearMonth.from(day));
        if (last == null || !inForce(standing, day)) {
            throw new IllegalStateException("cover does not end that is not in force");
        }
        YearMonth next = standing.paidMonths().higher(last);
        while (next != null && !next.isAfter(last.plusMonths(1 + GRACE_MONTHS))) {
            last = next;
            next = standing.paidMonths().higher(last);
        }
        return last.plusMonths(GRACE_MONTHS).atEndOfMonth();
    }
}
