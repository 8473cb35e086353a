package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Presence;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** Says for the reports what a finger at a counter came to. Whose finger it was, only the search of everybody can say, later. */
final class PresenceNotes {
    private static final int FINGER_UNKNOWN = 0;
    private static final int QUALITY_UNKNOWN = 0;

    private final Books books;

    PresenceNotes(Books books) {
        this.books = books;
    }

    /** The event of a decision; its id is the decision's. */
    PresenceEvent of(RecordedDecision decision, Enquiry enquiry, Presence presence, Caller caller) {
        return new PresenceEvent(
                decision.decisionId(),
                decision.decidedAt(),
                decision.nid(),
                decision.facility().id(),
                decision.facility().id(),
                caller.warrant().person().orElse(caller.role().label()),
                FINGER_UNKNOWN,
                outcome(presence),
                Optional.empty(),
                enquiry.samples().digest(),
                QUALITY_UNKNOWN,
                ageYears(decision.nid(), decision.decidedAt()),
                answerMillis(enquiry, decision),
                OptionalInt.empty());
    }

    private static Outcome outcome(Presence presence) {
        return switch (presence) {
            case Presence.Proved _ -> Outcome.MATCHED;
            case Presence.Mismatch _ -> Outcome.NOT_MATCHED;
            case Presence.TooPoor _ -> Outcome.TOO_POOR;
            case Presence.NotEnrolled _,
                    Presence.CaptureFailed _,
                    Presence.CaptureMissing _,
                    Presence.Stale _,
                    Presence.MatcherUnavailable _,
                    Presence.GalleryIncomplete _ -> Outcome.FAULT;
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
