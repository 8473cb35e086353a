package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Says for the reports what a finger at a counter came to. Whose finger it was that was not the member's, a search of everybody says later. */
final class PresenceNotes {
    private static final int FINGER_UNKNOWN = 0;

    private final Books books;
    private final PresenterSearch presenters;

    PresenceNotes(Books books, PresenterSearch presenters) {
        this.books = books;
        this.presenters = presenters;
    }

    /** Notes a decision beside it, if a finger was asked for. */
    Transaction note(Transaction transaction, RecordedDecision decision, Enquiry enquiry, Look look, Caller caller) {
        return outcome(look.presence())
                .map(_ -> transaction.adding(
                        EventBodies.PRESENCES, event(decision, enquiry, look, caller, decision.decidedAt())))
                .orElse(transaction);
    }

    /** Likewise, of a capture that comes late: the person was there when it was taken. */
    Transaction noteLate(
            Transaction transaction, RecordedDecision decision, Enquiry enquiry, Look look, Caller caller) {
        return outcome(look.presence())
                .map(_ -> transaction.adding(
                        EventBodies.PRESENCES, event(decision, enquiry, look, caller, takenAt(enquiry, decision))))
                .orElse(transaction);
    }

    /** A clock that nobody can believe tells no time before all records, and none to come. */
    private static Instant takenAt(Enquiry enquiry, RecordedDecision decision) {
        Instant captured = enquiry.capturedAt();
        return captured.isBefore(Instant.EPOCH) || captured.isAfter(decision.decidedAt())
                ? decision.decidedAt()
                : captured;
    }

    /** When a decision is in the books: whose finger was it, if not the member's, or else whose as well? */
    void search(RecordedDecision decision, Enquiry enquiry, Look look, Caller caller) {
        boolean compared = look.presence() instanceof Presence.Mismatch
                || look.presence() instanceof Presence.Proved
                || look.presence() instanceof Presence.ClaimantProved;
        if (compared) {
            presenters.later(event(decision, enquiry, look, caller, decision.decidedAt()), enquiry.samples());
        }
    }

    /** The event's id is the decision's. */
    private PresenceEvent event(RecordedDecision decision, Enquiry enquiry, Look look, Caller caller, Instant at) {
        Outcome outcome = outcome(look.presence()).orElseThrow();
        return new PresenceEvent(
                decision.decisionId(),
                at,
                enquiry.presenter(),
                decision.facility().id(),
                enquiry.seal()
                        .map(CaptureSeal::getDeviceId)
                        .orElse(decision.facility().id()),
                caller.warrant().person().orElse(caller.role().label()),
                finger(enquiry),
                outcome,
                outcome == Outcome.MATCHED ? presenter(enquiry.presenter()) : Optional.empty(),
                enquiry.samples().digest(),
                look.quality(),
                ageYears(enquiry.presenter(), decision.decidedAt()),
                answerMillis(enquiry, decision),
                enquiry.queueSeconds());
    }

    /** As in ISO/IEC 19794-2; of several that were shown together nobody knows which one served. */
    private static int finger(Enquiry enquiry) {
        Set<String> fingers = enquiry.samples().fingers();
        return fingers.size() == 1
                ? FingerPosition.valueOf(fingers.iterator().next()).getNumber()
                : FINGER_UNKNOWN;
    }

    private Optional<String> presenter(Nid nid) {
        return books.store().findMember(nid).map(member -> member.subject().value());
    }

    private static Optional<Outcome> outcome(Presence presence) {
        return switch (presence) {
            case Presence.ByFallback _, Presence.NidAlone _ -> Optional.empty();
            case Presence.Proved _, Presence.ClaimantProved _ -> Optional.of(Outcome.MATCHED);
            case Presence.Mismatch _ -> Optional.of(Outcome.NOT_MATCHED);
            case Presence.TooPoor _ -> Optional.of(Outcome.TOO_POOR);
            case Presence.Uncompared _ -> Optional.of(Outcome.FAULT);
        };
    }

    private static int answerMillis(Enquiry enquiry, RecordedDecision decision) {
        long millis =
                Duration.between(enquiry.capturedAt(), decision.decidedAt()).toMillis();
        return Math.clamp(millis, 0, Math.toIntExact(EligibilityJourney.CAPTURE_AGE_MAX.toMillis()));
    }

    /** Of the youngest person whom the number can mean: hardly anybody at a counter is over a hundred. */
    private int ageYears(Nid nid, Instant at) {
        LocalDate bornOn = books.checkedNid(nid.wholeDigits())
                .details()
                .birthDateCandidates()
                .getLast();
        return (int) Math.max(0, ChronoUnit.YEARS.between(bornOn, LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }
}
