package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member was served by a hospital or clinic, or so it says.
 *
 * @param until the day of discharge; for an outpatient the day itself; empty while the stay goes on
 * @param registeredAt when the record was made, which should be on the day
 * @param presence the receipt or accounted fallback that the visit rests on, if any
 * @param amountRupiah billed
 */
public record VisitEvent(
        String eventId,
        Nid nid,
        String facility,
        boolean inpatient,
        LocalDate from,
        Optional<LocalDate> until,
        Instant registeredAt,
        Optional<String> presence,
        long amountRupiah) {
    public VisitEvent {
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("a stay ends after it begins: " + from + " to " + until.get());
        }
        if (amountRupiah < 0) {
            throw new IllegalArgumentException("a bill is 0 rupiah or more: " + amountRupiah);
        }
    }

    @Override
    public String toString() {
        return "VisitEvent[" + eventId + ", " + nid.masked() + ", " + facility + "]";
    }
}
