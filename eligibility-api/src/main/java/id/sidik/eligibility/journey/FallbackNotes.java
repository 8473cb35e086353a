package id.sidik.eligibility.journey;

import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.report.FallbackEvent;
import java.time.Instant;
import java.util.List;

/** Says for the reports who was served without the finger that was asked for first. */
final class FallbackNotes {
    private FallbackNotes() {}

    /**
     * The event of a fallback that was used up.
     *
     * @param eventId what a visit names as its presence: the decision, or for a grace the fallback
     * @param granted whether the person was served on it
     */
    static FallbackEvent event(Fallback fallback, String eventId, Instant at, boolean granted) {
        List<Officer> vouchers = fallback.vouchedBy();
        return new FallbackEvent(
                eventId,
                at,
                fallback.nid(),
                fallback.facility().id(),
                fallback.openedBy().id(),
                (vouchers.isEmpty() ? fallback.openedBy() : vouchers.getLast()).id(),
                fallback.method().name(),
                granted);
    }
}
