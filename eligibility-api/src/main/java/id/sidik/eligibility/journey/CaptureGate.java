package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.lockout.Place;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.presence.FingerMemory;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.Optional;
import java.util.Set;

/** Whether a capture is looked at, and what is remembered of it. Questions without a finger pass: there is nothing to guess at. */
final class CaptureGate {
    private final Books books;
    private final FailureBook failures;
    private final DeviceTrust trust;
    private final SampleBook shown;

    CaptureGate(Books books, FailureBook failures) {
        this.books = books;
        this.failures = failures;
        this.trust = new DeviceTrust(books);
        this.shown = new SampleBook(books);
    }

    /**
     * Says where a capture comes from, unless too many failed there; that refusal is in the audit.
     *
     * @throws RequestRefusedException TOO_MANY_FAILURES
     */
    DeviceTrust.Origin admit(CheckEligibilityRequest request, Enquiry enquiry, Caller caller) {
        if (enquiry.samples().isEmpty()) {
            return new DeviceTrust.Origin.Unproven();
        }
        DeviceTrust.Origin origin = trust.of(DeviceTrust.Capture.of(request), enquiry.facility());
        try {
            failures.requireOpen(enquiry.presenter(), origin.placeAt(enquiry.facility()));
            return origin;
        } catch (RequestRefusedException refused) {
            books.store()
                    .commit(Transaction.auditing(books.event(AuditEventType.CAPTURE_REFUSED, caller, enquiry.nid())
                            .with(AuditField.FACILITY, enquiry.facility().id())
                            .with(AuditField.ERROR_REASON, refused.reason())));
            throw refused;
        }
    }

    /** Where a capture comes from that nobody waits for any more: too many failures stand in nobody's way then. */
    DeviceTrust.Origin originOfLate(CheckEligibilityRequest request, Enquiry enquiry) {
        return enquiry.samples().isEmpty()
                ? new DeviceTrust.Origin.Unproven()
                : trust.of(DeviceTrust.Capture.of(request), enquiry.facility());
    }

    /** As {@link #remembering}, of such a capture: its failure is over, and locks nobody out now. */
    Transaction rememberingLate(
            Transaction transaction,
            Enquiry enquiry,
            DeviceTrust.Origin origin,
            Presence presence,
            RecordedDecision decision) {
        Transaction followed = origin.followedBy(transaction);
        boolean recognised = presence instanceof Presence.Proved || presence instanceof Presence.ClaimantProved;
        return recognised || presence instanceof Presence.Mismatch
                ? compared(followed, enquiry, origin, recognised, decision)
                : followed;
    }

    /** Why samples prove nothing, whatever finger they show; empty if they may be compared. */
    Optional<Presence> objection(Enquiry enquiry, DeviceTrust.Origin origin) {
        return switch (origin) {
            case DeviceTrust.Origin.Untrusted _ -> Optional.of(new Presence.DeviceUntrusted());
            case DeviceTrust.Origin.Unproven _ -> Optional.empty();
            case DeviceTrust.Origin.Proven proven ->
                shown.holdsCopy(enquiry, proven.now()) ? Optional.of(new Presence.Replayed()) : Optional.empty();
        };
    }

    /** The transaction of a decision, which now remembers samples, finger and failure, and the key that the device goes on with. */
    Transaction remembering(
            Transaction transaction,
            Enquiry enquiry,
            DeviceTrust.Origin origin,
            Presence presence,
            RecordedDecision decision) {
        Transaction followed = origin.followedBy(transaction);
        Place place = origin.placeAt(enquiry.facility());
        return switch (presence) {
            case Presence.Proved _, Presence.ClaimantProved _ ->
                failures.succeeding(compared(followed, enquiry, origin, true, decision), enquiry.presenter(), place);
            case Presence.Mismatch _ ->
                failures.failing(compared(followed, enquiry, origin, false, decision), enquiry.presenter(), place);
            case Presence.Uncompared _ -> followed;
        };
    }

    private Transaction compared(
            Transaction transaction,
            Enquiry enquiry,
            DeviceTrust.Origin origin,
            boolean recognised,
            RecordedDecision decision) {
        Transaction remembered = remembering(transaction, enquiry, recognised);
        return origin instanceof DeviceTrust.Origin.Proven proven
                ? shown.telling(remembered, enquiry, proven.now(), recognised, decision)
                : remembered;
    }

    /** Of several fingers that were shown together nobody knows which one served: they are not remembered. */
    private Transaction remembering(Transaction transaction, Enquiry enquiry, boolean recognised) {
        Set<String> fingers = enquiry.samples().fingers();
        return fingers.size() == 1
                ? transaction.putting(
                        FingerMemory.KIND,
                        memory(enquiry.presenter()).after(fingers.iterator().next(), recognised))
                : transaction;
    }

    /** The answer with the finger to try next, where the one that was tried did not serve and another one did before. */
    CheckEligibilityResponse suggesting(CheckEligibilityResponse answer, Enquiry enquiry) {
        boolean mismatch = answer.getDenied().getReasonsList().stream()
                .anyMatch(reason -> reason.getName().equals(DenialReason.PRESENCE_MISMATCH.name()));
        boolean poor = answer.getUndetermined().getCause().equals(UndeterminedCause.QUALITY_TOO_LOW.name());
        Optional<String> finger = mismatch || poor
                ? memory(enquiry.presenter()).best(enquiry.samples().fingers())
                : Optional.empty();
        return finger.map(FingerPosition::valueOf)
                .map(next -> answer.toBuilder().setSuggestedFinger(next).build())
                .orElse(answer);
    }

    private FingerMemory memory(Nid nid) {
        return books.store().find(FingerMemory.KIND, RecordKey.of(nid)).orElseGet(() -> FingerMemory.ofNothing(nid));
    }
}
