package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A claim of a benefit.
 *
 * @param eventOn the day of what is claimed for: accident, death, layoff, retirement
 * @param filedOn the day when it was filed
 * @param agent who brought it, if an agent did
 * @param employer of an injured worker, if known
 * @param presence the receipt or accounted fallback that it rests on, if any
 * @param amountRupiah asked for; {@code paidRupiah} paid so far
 */
public record ClaimEvent(
        String eventId,
        Nid nid,
        Programme programme,
        String branch,
        LocalDate eventOn,
        LocalDate filedOn,
        Optional<String> agent,
        Optional<String> employer,
        Optional<String> presence,
        State state,
        long amountRupiah,
        long paidRupiah) {

    /** How far it is. */
    public enum State {
        OPEN,
        PAID,
        REJECTED
    }

    public ClaimEvent {
        if (amountRupiah < 0 || paidRupiah < 0) {
            throw new IllegalArgumentException("amounts are 0 rupiah or more: " + amountRupiah + ", " + paidRupiah);
        }
    }

    @Override
    public String toString() {
        return "ClaimEvent[" + eventId + ", " + nid.masked() + ", " + programme + ", " + state + "]";
    }
}
