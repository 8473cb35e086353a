package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.presence.FingerMemory;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.Optional;
import java.util.Set;

/** Whether a capture is looked at, and what is remembered of it. Questions without a finger pass: there is nothing to guess at. */
final class CaptureGate {
    private final Books books;
    private final FailureBook failures;

    CaptureGate(Books books, FailureBook failures) {
        this.books = books;
        this.failures = failures;
    }

    /**
     * Lets a capture through, or says why not; the refusal is in the audit.
     *
     * @throws RequestRefusedException TOO_MANY_FAILURES
     */
    void admit(Enquiry enquiry, Caller caller) {
        if (enquiry.samples().isEmpty()) {
            return;
        }
        try {
            failures.requireOpen(enquiry.nid(), enquiry.place());
        } catch (RequestRefusedException refused) {
            books.store()
                    .commit(Transaction.auditing(books.event(AuditEventType.CAPTURE_REFUSED, caller, enquiry.nid())
                            .with(AuditField.FACILITY, enquiry.facility().id())
                            .with(AuditField.ERROR_REASON, refused.reason())));
            throw refused;
        }
    }

    /** The transaction of a decision, which now remembers the finger, and whether it failed. */
    Transaction remembering(Transaction transaction, Enquiry enquiry, Presence presence) {
        return switch (presence) {
            case Presence.Proved _ ->
                failures.succeeding(remembering(transaction, enquiry, true), enquiry.nid(), enquiry.place());
            case Presence.Mismatch _ ->
                failures.failing(remembering(transaction, enquiry, false), enquiry.nid(), enquiry.place());
            case Presence.ClaimantProved _,
                    Presence.ByFallback _,
                    Presence.NidAlone _,
                    Presence.NotEnrolled _,
                    Presence.TooPoor _,
                    Presence.CaptureFailed _,
                    Presence.CaptureMissing _,
                    Presence.Stale _,
                    Presence.MatcherUnavailable _,
                    Presence.GalleryIncomplete _ -> transaction;
        };
    }

    /** Of several fingers that were shown together nobody knows which one served: they are not remembered. */
    private Transaction remembering(Transaction transaction, Enquiry enquiry, boolean recognised) {
        Set<String> fingers = enquiry.samples().fingers();
        return fingers.size() == 1
                ? transaction.putting(
                        FingerMemory.KIND,
                        memory(enquiry.nid()).after(fingers.iterator().next(), recognised))
                : transaction;
    }

    /** The answer with the finger to try next, where the one that was tried did not serve and another one did before. */
    CheckEligibilityResponse suggesting(CheckEligibilityResponse answer, Enquiry enquiry) {
        boolean mismatch = answer.getDenied().getReasonsList().stream()
                .anyMatch(reason -> reason.getName().equals(DenialReason.PRESENCE_MISMATCH.name()));
        boolean poor = answer.getUndetermined().getCause().equals(UndeterminedCause.QUALITY_TOO_LOW.name());
        Optional<String> finger = mismatch || poor
                ? memory(enquiry.nid()).best(enquiry.samples().fingers())
                : Optional.empty();
        return finger.map(FingerPosition::valueOf)
                .map(next -> answer.toBuilder().setSuggestedFinger(next).build())
                .orElse(answer);
    }

    private FingerMemory memory(Nid nid) {
        return books.store().find(FingerMemory.KIND, RecordKey.of(nid)).orElseGet(() -> FingerMemory.ofNothing(nid));
    }
}
