package id.sidik.eligibility.policy;

import java.time.LocalDate;

/**
 * Days from one to another, both included.
 *
 * @param until {@link LocalDate#MAX} where no end is known
 */
public record DateRange(LocalDate from, LocalDate until) {
    public DateRange {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a range does not end before it begins: " + from + " to " + until);
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(DateRange other) {
        return !from.isAfter(other.until) && !until.isBefore(other.from);
    }

    boolean isOpen() {
        return until.equals(LocalDate.MAX);
    }

    /** Whether the other begins on the day after this one ends. */
    boolean meets(DateRange other) {
        return !isOpen() && until.plusDays(1).equals(other.from);
    }

    @Override
    public String toString() {
        return isOpen() ? "from " + from : from + " to " + until;
    }
}
