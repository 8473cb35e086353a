package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * Destroys a member's references: at the matcher first, then in the books, so that a repeated request finishes what a crash cut short; and the prints
 * that wait, sealed, with cases of hers.
 */
final class FingerRemoval {
    /** Of a transaction's changes there must be left for the rest. */
    private static final int CASES_MAX = 32;

    private final Books books;
    private final Matcher matcher;
    private final RegistrationNotes notes;

    FingerRemoval(Books books, Matcher matcher) {
        this.books = books;
        this.matcher = matcher;
        this.notes = new RegistrationNotes(books);
    }

    /**
     * Destroys them at the matcher, in the member's turn.
     *
     * @param idempotencyKey of the request; the same destroys nothing that was enrolled afterwards
     * @return how many there were
     */
    int atMatcher(Member member, String idempotencyKey, Caller caller) {
        return matcher.withdraw(
                FingerEnrolment.keyOf(member.subject(), idempotencyKey),
                member.subject(),
                caller.patience().leftAfter(EligibilityJourney.RECORDING_RESERVE));
    }

    /**
     * Destroys what waits with cases of hers, too, which stay open.
     *
     * @throws RequestRefusedException CASES_TOO_MANY
     */
    Transaction alsoHeld(Transaction transaction, Nid nid) {
        List<AdjudicationCase> open = books.store()
                .page(CaseBody.KIND, CaseBody.BY_APPLICANT, RecordKey.of(nid), Optional.empty(), CASES_MAX + 1)
                .entries();
        if (open.size() > CASES_MAX) {
            throw RequestRefusedException.notNow(
                    "CASES_TOO_MANY",
                    "More than " + CASES_MAX
                            + " cases of this person are open; let officers decide some, then say it again");
        }
        Transaction also = transaction;
        for (AdjudicationCase one : open) {
            Optional<HeldPrints> prints = books.store().find(HeldPrints.KIND, RecordKey.of(one.caseId()));
            if (prints.isPresent()) {
                also = also.deleting(HeldPrints.KIND, prints.get());
            }
        }
        return also;
    }

    /** Says in the books that so many were destroyed. */
    Transaction inBooks(AuditEvent event, int destroyed, Member member) {
        Member without = member.withoutFingers();
        AuditEvent counted = event.with(AuditField.REFERENCE_COUNT, Integer.toString(destroyed));
        Transaction gone =
                notes.fingers(Transaction.auditing(counted), without).replacing(MemberBody.KIND, member, without);
        return alsoHeld(gone, member.nid());
    }
}
