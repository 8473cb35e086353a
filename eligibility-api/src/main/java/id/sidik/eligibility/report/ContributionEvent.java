package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A contribution was posted.
 *
 * @param employer who paid it for the member; empty if the member paid
 * @param wageRupiah the monthly wage that was reported with it; 0 if none was
 */
public record ContributionEvent(
        String eventId,
        Nid nid,
        Programme programme,
        YearMonth period,
        String channel,
        Optional<String> employer,
        long wageRupiah,
        long amountRupiah,
        LocalDate postedOn) {
    @Override
    public String toString() {
        return "ContributionEvent[" + eventId + ", " + nid.masked() + ", " + programme + " " + period + "]";
    }
}
