package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Destroys a member's references: at the matcher first, then in the books, so that a repeated request finishes what a crash cut short. */
final class FingerRemoval {
    private static final Duration RECORDING_RESERVE = Duration.ofMillis(500);

    private final Matcher matcher;
    private final RegistrationNotes notes;

    FingerRemoval(Books books, Matcher matcher) {
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
        String text = member.subject().value() + "/" + idempotencyKey;
        String key =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        return matcher.withdraw(key, member.subject(), caller.patience().leftAfter(RECORDING_RESERVE));
    }

    /** Says in the books that so many were destroyed. */
    Transaction inBooks(AuditEvent event, int destroyed, Member member) {
        Member without = member.withoutFingers();
        AuditEvent counted = event.with(AuditField.REFERENCE_COUNT, Integer.toString(destroyed));
        return notes.fingers(Transaction.auditing(counted), without).replacing(MemberBody.KIND, member, without);
    }
}
