package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.claim.ClaimBody;
import id.sidik.eligibility.claim.ClaimState;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.VisitEvent;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitBody;
import id.sidik.eligibility.visit.VisitKind;
import id.sidik.eligibility.visit.VisitState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says for the reports that somebody was at a hospital: a {@link VisitEvent} is what is left of a {@link Visit} for who looks for fraud,
 * and is written beside it. The event's id is that of the visit, or of the claim for a service that no visit was opened for.
 */
final class VisitNotes {
    private final Books books;

    VisitNotes(Books books) {
        this.books = books;
    }

    /** Notes where a visit stands now. One that was cancelled never was. */
    Transaction note(Transaction transaction, Visit visit) {
        VisitEvent event = event(visit, billOf(visit));
        if (!(visit.state() instanceof VisitState.Cancelled)) {
            return transaction.putting(EventBodies.VISITS, event);
        }
        return books.store()
                .find(EventBodies.VISITS, EventBodies.VISITS.key(event))
                .map(noted -> transaction.deleting(EventBodies.VISITS, noted))
                .orElse(transaction);
    }

    /** Notes what a hospital wants to be paid: for a visit, or for a service that it says there was. */
    Transaction noteBill(Transaction transaction, Claim claim) {
        Optional<Visit> billed = claim.visitId()
                .map(id -> books.store().find(VisitBody.KIND, RecordKey.of(id)).orElseThrow());
        return transaction.putting(
                EventBodies.VISITS,
                billed.map(visit -> event(visit, bill(claim))).orElseGet(() -> served(claim)));
    }

    private long billOf(Visit visit) {
        return books.store()
                .find(ClaimBody.KIND, ClaimBody.BY_VISIT, RecordKey.of(visit.visitId()))
                .map(VisitNotes::bill)
                .orElse(0L);
    }

    /** What is asked for, or granted; nothing once it is rejected. */
    private static long bill(Claim claim) {
        return claim.state() instanceof ClaimState.Rejected
                ? 0
                : claim.grantedRupiah().orElse(claim.amountRupiah());
    }

    private static VisitEvent event(Visit visit, long billRupiah) {
        LocalDate from = Contribution.dayOf(visit.servicedFrom());
        boolean inpatient = visit.kind() == VisitKind.ADMISSION;
        return new VisitEvent(
                visit.visitId(),
                visit.nid(),
                visit.facility().id(),
                inpatient,
                from,
                inpatient ? visit.endedAt().map(Contribution::dayOf) : Optional.of(from),
                visit.openedAt(),
                evidence(visit.presence()),
                billRupiah);
    }

    private static VisitEvent served(Claim claim) {
        return new VisitEvent(
                claim.claimId(),
                claim.nid(),
                claim.facility().id(),
                false,
                claim.eventOn(),
                Optional.of(claim.eventOn()),
                claim.openedAt(),
                evidence(claim.presence()),
                bill(claim));
    }

    /** The decision or the fallback that it rests on. */
    static Optional<String> evidence(PresenceEvidence presence) {
        return switch (presence) {
            case PresenceEvidence.Receipt receipt -> Optional.of(receipt.decisionId());
            case PresenceEvidence.Grace grace -> Optional.of(grace.fallbackId());
            case PresenceEvidence.Missing _ -> Optional.empty();
        };
    }
}
