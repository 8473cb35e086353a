package id.sidik.eligibility.visit;

import id.sidik.eligibility.presence.PresenceEvidence;

/** What may be done with a visit. */
public sealed interface VisitAction {

    /** The person shows a finger after an emergency. */
    record ShowPresence(PresenceEvidence.Receipt receipt) implements VisitAction {}

    /** A stay ends. */
    record Discharge(DischargeManner manner) implements VisitAction {}

    /** An outpatient visit or a dialysis ends. */
    record Complete() implements VisitAction {}

    /** It did not take place. */
    record Cancel() implements VisitAction {}
}
