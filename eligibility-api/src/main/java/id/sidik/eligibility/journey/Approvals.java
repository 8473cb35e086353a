package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.facility.Approval;
import id.sidik.eligibility.facility.ApprovalBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.visit.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Referrals and exceptions: which hold for a service, and which a visit uses up. */
final class Approvals {
    /** The most of one member that are looked through, latest first. */
    static final int LISTED_MAX = 200;

    private final Books books;

    Approvals(Books books) {
        this.books = books;
    }

    List<Approval> of(Nid nid) {
        return books.ofAllNumbers(
                nid,
                number -> books.store()
                        .asOfNow(view -> view.list(
                                ApprovalBody.KIND, ApprovalBody.BY_MEMBER, RecordKey.of(number), LISTED_MAX)));
    }

    /** Whether one of them has a visit left. */
    static boolean isLeft(Approval.Kind kind, List<Approval> given) {
        return given.stream().anyMatch(approval -> approval.kind() == kind && !approval.isUsedUp());
    }

    static List<Approval> concerning(List<Approval> all, Facility facility, Purpose service, LocalDate day) {
        return all.stream()
                .filter(approval -> approval.concerns(facility, service, day))
                .toList();
    }

    /**
     * And that a visit used what it rests on: the exception, if it is of an earlier day, and the referral, if there is one.
     *
     * @throws RequestRefusedException APPROVAL_USED_UP, when another visit was faster
     */
    Transaction using(Transaction opening, Visit visit) {
        Optional<Purpose> service = serviceOf(visit);
        if (service.isEmpty()) {
            return opening;
        }
        LocalDate day = Contribution.dayOf(visit.servicedFrom());
        List<Approval> given = concerning(of(visit.nid()), visit.facility(), service.get(), day);
        Transaction referred = using(opening, Approval.Kind.REFERRAL, given, visit);
        return day.isBefore(Contribution.dayOf(books.now()))
                ? using(referred, Approval.Kind.EXCEPTION, given, visit)
                : referred;
    }

    private static Transaction using(Transaction opening, Approval.Kind kind, List<Approval> given, Visit visit) {
        List<Approval> known =
                given.stream().filter(approval -> approval.kind() == kind).toList();
        Optional<Approval> left =
                known.stream().filter(approval -> !approval.isUsedUp()).findFirst();
        if (!known.isEmpty() && left.isEmpty()) {
            throw RequestRefusedException.notNow(
                    "APPROVAL_USED_UP",
                    "The " + kind + " " + known.getFirst().number() + " has served all its visits; ask for another");
        }
        return left.map(approval -> opening.replacing(ApprovalBody.KIND, approval, approval.usedBy(visit.visitId())))
                .orElse(opening);
    }

    /** What the gate granted; an emergency needs nobody's word. */
    private Optional<Purpose> serviceOf(Visit visit) {
        return visit.presence() instanceof PresenceEvidence.Receipt receipt
                ? books.store()
                        .find(DecisionBody.KIND, RecordKey.of(receipt.decisionId()))
                        .map(stored -> stored.decision().purpose())
                        .filter(purpose -> purpose != Purpose.HOSPITAL_EMERGENCY)
                : Optional.empty();
    }
}
