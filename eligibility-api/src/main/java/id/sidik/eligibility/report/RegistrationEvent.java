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

    /** The same of somebody of whom other things are known now. */
    public RegistrationEvent describing(LocalDate newBornOn, Segment newSegment, Optional<String> newPhoneHash) {
        return new RegistrationEvent(
                eventId,
                nid,
                on,
                newBornOn,
                newSegment,
                channel,
                agent,
                employer,
                newPhoneHash,
                accountHash,
                presenter,
                enrolment,
                declaredWageRupiah);
    }

    /** The same of somebody who works for another employer, or for none. */
    public RegistrationEvent withEmployer(Optional<String> newEmployer) {
        return new RegistrationEvent(
                eventId,
                nid,
                on,
                bornOn,
                segment,
                channel,
                agent,
                newEmployer,
                phoneHash,
                accountHash,
                presenter,
                enrolment,
                declaredWageRupiah);
    }

    /** The same of somebody who asked to be paid to this account. */
    public RegistrationEvent withAccount(String newAccountHash) {
        return new RegistrationEvent(
                eventId,
                nid,
                on,
                bornOn,
                segment,
                channel,
                agent,
                employer,
                phoneHash,
                Optional.of(newAccountHash),
                presenter,
                enrolment,
                declaredWageRupiah);
    }

    /** The same after fingers were taken, or withdrawn. */
    public RegistrationEvent withFingers(Enrolment newEnrolment, Optional<String> newPresenter) {
        return new RegistrationEvent(
                eventId,
                nid,
                on,
                bornOn,
                segment,
                channel,
                agent,
                employer,
                phoneHash,
                accountHash,
                newPresenter,
                newEnrolment,
                declaredWageRupiah);
    }

    @Override
    public String toString() {
        return "RegistrationEvent[" + eventId + ", " + nid.masked() + "]";
    }
}
