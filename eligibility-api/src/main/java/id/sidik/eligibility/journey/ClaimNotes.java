package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.claim.ClaimState;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.store.Transaction;
import java.util.Comparator;
import java.util.Optional;

/** Says for the reports where a claim stands: a {@link ClaimEvent} beside it, under its id, and what it bills or asks to be paid to. */
final class ClaimNotes {
    private final Books books;
    private final VisitNotes visits;
    private final RegistrationNotes registrations;

    ClaimNotes(Books books) {
        this.books = books;
        this.visits = new VisitNotes(books);
        this.registrations = new RegistrationNotes(books);
    }

    Transaction note(Transaction transaction, Claim claim) {
        Transaction noted = transaction.putting(EventBodies.CLAIMS, event(claim));
        Transaction withBill = claim.programme() == Programme.JKN ? visits.noteBill(noted, claim) : noted;
        return claim.payeeHash().isEmpty()
                ? withBill
                : registrations.changed(withBill, claim.nid(), event -> event.withAccount(claim.payeeHash()));
    }

    private ClaimEvent event(Claim claim) {
        return new ClaimEvent(
                claim.claimId(),
                claim.nid(),
                claim.programme(),
                claim.facility().id(),
                claim.eventOn(),
                Contribution.dayOf(claim.openedAt()),
                Optional.of(claim.filedBy().id()),
                employer(claim).map(Npp::value),
                VisitNotes.evidence(claim.presence()),
                state(claim.state()),
                claim.amountRupiah(),
                claim.state() instanceof ClaimState.PaymentNoticed
                        ? claim.grantedRupiah().orElseThrow()
                        : 0);
    }

    private static ClaimEvent.State state(ClaimState state) {
        return switch (state) {
            case ClaimState.Open _, ClaimState.Submitted _, ClaimState.Approved _, ClaimState.Appealed _ ->
                ClaimEvent.State.OPEN;
            case ClaimState.Rejected _ -> ClaimEvent.State.REJECTED;
            case ClaimState.PaymentNoticed _ -> ClaimEvent.State.PAID;
        };
    }

    /** Whom the member worked for on the day, of several for the one that took her on last. */
    private Optional<Npp> employer(Claim claim) {
        return books.employmentsOf(claim.nid()).stream()
                .filter(work -> work.runsOn(claim.eventOn()))
                .max(Comparator.comparing(Employment::since))
                .map(Employment::npp);
    }
}
