package id.sidik.eligibility.member;

import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member's work for one employer.
 *
 * @param since the first day
 * @param until the last day, if it has ended
 * @param wageRupiah the monthly wage as the employer reports it now, 1 to 10^10
 */
public record Employment(Nid nid, Npp npp, LocalDate since, Optional<LocalDate> until, long wageRupiah) {
    /** More than anybody earns in a month: a larger figure is a slip of the pen. */
    public static final long WAGE_RUPIAH_MAX = 10_000_000_000L;

    public Employment {
        if (until.isPresent() && until.get().isBefore(since)) {
            throw new IllegalArgumentException("work ends on " + until.get() + " before it begins on " + since);
        }
        if (!isWageRupiah(wageRupiah)) {
            throw new IllegalArgumentException("a monthly wage is 1 to 10^10 rupiah: " + wageRupiah);
        }
    }

    /** Whether so much can be a month's wage. */
    public static boolean isWageRupiah(long wage) {
        return wage >= 1 && wage <= WAGE_RUPIAH_MAX;
    }

    /** Whether the member works there on that day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(since) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The same work, ending with that day. */
    public Employment endingOn(LocalDate lastDay) {
        return new Employment(nid, npp, since, Optional.of(lastDay), wageRupiah);
    }
}
