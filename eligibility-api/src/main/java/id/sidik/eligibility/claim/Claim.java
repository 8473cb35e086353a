package id.sidik.eligibility.claim;

import id.sidik.eligibility.claim.ClaimState.Appealed;
import id.sidik.eligibility.claim.ClaimState.Approved;
import id.sidik.eligibility.claim.ClaimState.Open;
import id.sidik.eligibility.claim.ClaimState.PaymentNoticed;
import id.sidik.eligibility.claim.ClaimState.Rejected;
import id.sidik.eligibility.claim.ClaimState.Submitted;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.presence.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A claim for one benefit of one member. We keep what was asked, shown, decided and paid; we do not move money.
 *
 * @param facility where it was opened: a branch, or the hospital that wants to be paid
 * @param eventOn the day that it rests on: of the accident, the death, the dismissal, or the first day of a stay
 * @param amountRupiah what is claimed, 1 to 10^12
 * @param filedBy who brought it: a clerk, an agent, a claims system
 * @param payeeHash keyed hash of the account to be paid to, 64 hexadecimal digits; empty if not told yet
 * @param visitId the visit that is billed, if it is one
 * @param revision 1 when opened, one more with each step
 */
public record Claim(
        String claimId,
        Nid nid,
        Programme programme,
        Facility facility,
        LocalDate eventOn,
        long amountRupiah,
        Officer filedBy,
        String payeeHash,
        Optional<String> visitId,
        PresenceEvidence presence,
        List<ClaimDocument> documents,
        ClaimState state,
        Instant openedAt,
        int revision) {

    /** The most documents of one claim. */
    public static final int DOCUMENTS_MAX = 50;

    /** The longest free text, in characters. */
    public static final int TEXT_CHARS_MAX = 500;

    /** More than any benefit comes to: a larger figure is a slip of the pen. */
    public static final long AMOUNT_RUPIAH_MAX = 1_000_000_000_000L;

    /** How long after a rejection it may be appealed. Our own rule, as no statute names a time for every programme. */
    public static final Duration APPEAL_WITHIN = Duration.ofDays(90);

    public Claim {
        RecordId.checked("a claim id", claimId);
        visitId.ifPresent(id -> RecordId.checked("a visit id", id));
        if (!isAmountRupiah(amountRupiah)) {
            throw new IllegalArgumentException("a claim is for 1 to 10^12 rupiah: " + amountRupiah);
        }
        if (!payeeHash.isEmpty() && !ClaimDocument.isSha256(payeeHash)) {
            throw new IllegalArgumentException("a payee's hash is 64 hexadecimal digits, or empty");
        }
        if (presence instanceof PresenceEvidence.Grace) {
            throw new IllegalArgumentException("a grace lets a visit begin; it pays nothing");
        }
        documents = List.copyOf(documents);
        if (documents.size() > DOCUMENTS_MAX) {
            throw new IllegalArgumentException("a claim has at most 50 documents: " + documents.size());
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** Whether so much can be claimed. */
    public static boolean isAmountRupiah(long amount) {
        return amount >= 1 && amount <= AMOUNT_RUPIAH_MAX;
    }

    /** Whether the text may be somebody's grounds. */
    public static boolean isText(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= TEXT_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The decision to pay, if one was taken. */
    private Optional<Approved> approval() {
        return switch (state) {
            case Approved approved -> Optional.of(approved);
            case PaymentNoticed paid -> Optional.of(paid.approval());
            case Open _, Submitted _, Rejected _, Appealed _ -> Optional.empty();
        };
    }

    /** What is to be paid, or was. */
    public OptionalLong grantedRupiah() {
        return approval().stream().mapToLong(Approved::amountRupiah).findFirst();
    }

    /** When that was decided. */
    public Optional<Instant> grantedAt() {
        return approval().map(Approved::at);
    }

    /** What becomes of it when this is done at that moment. */
    public ClaimStep after(ClaimAction action, Instant at) {
        return switch (action) {
            case ClaimAction.ShowPresence show -> presenceShown(show.receipt());
            case ClaimAction.AddDocuments more -> documentsAdded(more.documents());
            case ClaimAction.Submit _ -> submitted(at);
            case ClaimAction.Approve approve -> approved(approve, at);
            case ClaimAction.Reject reject -> rejected(reject, at);
            case ClaimAction.Appeal appeal -> appealed(appeal.grounds(), at);
            case ClaimAction.NoticePayment notice -> paymentNoticed(notice, at);
        };
    }

    /** Presence may come as late as the decision: a claimant may be asked to come after all. */
    private ClaimStep presenceShown(PresenceEvidence.Receipt receipt) {
        if (!(state instanceof Open || state instanceof Submitted || state instanceof Appealed)) {
            return refused(ClaimRefusal.CLAIM_NOT_OPEN);
        }
        return presence instanceof PresenceEvidence.Missing
                ? moved(receipt, documents, state)
                : refused(ClaimRefusal.CLAIM_PRESENCE_SHOWN_ALREADY);
    }

    private ClaimStep documentsAdded(List<ClaimDocument> more) {
        if (!(state instanceof Open || state instanceof Appealed)) {
            return refused(ClaimRefusal.CLAIM_NOT_OPEN);
        }
        if (more.isEmpty()) {
            return refused(ClaimRefusal.CLAIM_DOCUMENTS_MISSING);
        }
        List<ClaimDocument> all =
                Stream.concat(documents.stream(), more.stream()).distinct().toList();
        return all.size() > DOCUMENTS_MAX
                ? refused(ClaimRefusal.CLAIM_DOCUMENTS_TOO_MANY)
                : moved(presence, all, state);
    }

    private ClaimStep submitted(Instant at) {
        if (!(state instanceof Open)) {
            return refused(ClaimRefusal.CLAIM_NOT_OPEN);
        }
        return documents.isEmpty() ? refused(ClaimRefusal.CLAIM_DOCUMENTS_MISSING) : moved(new Submitted(at));
    }

    private ClaimStep approved(ClaimAction.Approve approve, Instant at) {
        return decided(approve.by(), onAppeal -> {
            if (presence instanceof PresenceEvidence.Missing) {
                return refused(ClaimRefusal.CLAIM_PRESENCE_MISSING);
            }
            return approve.amountRupiah() < 1 || approve.amountRupiah() > amountRupiah
                    ? refused(ClaimRefusal.CLAIM_AMOUNT_OUT_OF_RANGE)
                    : moved(new Approved(approve.amountRupiah(), approve.by(), at, onAppeal));
        });
    }

    private ClaimStep rejected(ClaimAction.Reject reject, Instant at) {
        return decided(reject.by(), onAppeal -> moved(new Rejected(reject.reason(), reject.by(), at, onAppeal)));
    }

    /** What a decision comes to, if one is due and this officer may take it. */
    private interface Verdict {
        ClaimStep given(boolean onAppeal);
    }

    private ClaimStep decided(Officer by, Verdict verdict) {
        return switch (state) {
            case Submitted _ -> verdict.given(false);
            case Appealed appealed ->
                appealed.rejection().by().equals(by)
                        ? refused(ClaimRefusal.CLAIM_OFFICER_NOT_ANOTHER)
                        : verdict.given(true);
            case Open _, Approved _, Rejected _, PaymentNoticed _ -> refused(ClaimRefusal.CLAIM_NOT_AWAITING_DECISION);
        };
    }

    private ClaimStep appealed(String grounds, Instant at) {
        if (!(state instanceof Rejected rejection)) {
            return refused(ClaimRefusal.CLAIM_NOT_REJECTED);
        }
        if (rejection.onAppeal()) {
            return refused(ClaimRefusal.CLAIM_APPEALED_ALREADY);
        }
        return at.isAfter(rejection.at().plus(APPEAL_WITHIN))
                ? refused(ClaimRefusal.CLAIM_APPEAL_TOO_LATE)
                : moved(new Appealed(rejection, grounds, at));
    }

    private ClaimStep paymentNoticed(ClaimAction.NoticePayment notice, Instant at) {
        if (!(state instanceof Approved approval)) {
            return refused(ClaimRefusal.CLAIM_NOT_APPROVED);
        }
        return notice.amountRupiah() != approval.amountRupiah()
                ? refused(ClaimRefusal.CLAIM_PAYMENT_DIFFERS)
                : moved(new PaymentNoticed(approval, notice.reference(), at));
    }

    private static ClaimStep refused(ClaimRefusal refusal) {
        return new ClaimStep.Refused(refusal);
    }

    private ClaimStep moved(ClaimState next) {
        return moved(presence, documents, next);
    }

    private ClaimStep moved(PresenceEvidence evidence, List<ClaimDocument> papers, ClaimState next) {
        return new ClaimStep.Moved(new Claim(
                claimId,
                nid,
                programme,
                facility,
                eventOn,
                amountRupiah,
                filedBy,
                payeeHash,
                visitId,
                evidence,
                papers,
                next,
                openedAt,
                revision + 1));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Claim[" + claimId + ", " + nid.masked() + ", " + programme + ", "
                + state.getClass().getSimpleName() + "]";
    }
}
