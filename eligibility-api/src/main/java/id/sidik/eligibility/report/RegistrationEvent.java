package id.sidik.eligibility.report;

import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody became a member.
 *
 * @param channel counter, kiosk, agent, employer-file, app
 * @param agent who brought the person in, if an agent did
 * @param phoneHash and {@code accountHash}: equal for equal numbers, and nothing else can be learned from them
 * @param presenter whose finger was enrolled, by the rolling search of everybody; empty without fingers
 * @param declaredWageRupiah what the worker herself says that she earns; 0 if she was not asked
 */
public record RegistrationEvent(
        String eventId,
        Nid nid,
        LocalDate on,
        LocalDate bornOn,
        Segment segment,
        String channel,
        Optional<String> agent,
        Optional<String> employer,
        Optional<String> phoneHash,
        Optional<String> accountHash,
        Optional<String> presenter,
        Enrolment enrolment,
        long declaredWageRupiah) {

    /** What became of the fingers. */
    public enum Enrolment {
        ENROLLED,
        FAILED,
        NOT_TRIED
    }

    @Override
    public String toString() {
        return "RegistrationEvent[" + eventId + ", " + nid.masked() + "]";
    }
}
