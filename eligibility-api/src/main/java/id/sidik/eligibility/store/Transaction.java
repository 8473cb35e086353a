package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to become true all at once: one audit event, the changes that it tells of, and the answer to whoever asked for them.
 * There is no way to change anything without an event.
 */
public final class Transaction {
    /** The most changes in one; no journey needs more than three. */
    public static final int CHANGES_MAX = 16;

    private final AuditEvent event;
    private final List<Change> changes;
    private final Optional<Answer> answer;

    private Transaction(AuditEvent event, List<Change> changes, Optional<Answer> answer) {
        if (changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("a transaction has at most 16 changes, not " + changes.size());
        }
        this.event = event;
        this.changes = List.copyOf(changes);
        this.answer = answer;
    }

    /** One thing that changes. */
    sealed interface Change {
        /** Claims the NID: refused if anybody has it. */
        record Registration(Member member) implements Change {}

        /** Replaces the revision just before this one: refused if another is stored. */
        record Update(Member member) implements Change {}

        record Payment(Contribution contribution) implements Change {}

        record Ruled(RecordedDecision decision) implements Change {}

        record Held(AdjudicationCase adjudicationCase) implements Change {}
    }

    /** Only the event. */
    public static Transaction auditing(AuditEvent event) {
        return new Transaction(event, List.of(), Optional.empty());
    }

    /** And a new member, who claims the NID. */
    public Transaction registering(Member member) {
        return and(new Change.Registration(member));
    }

    /** And the next revision of a member. */
    public Transaction updating(Member member) {
        return and(new Change.Update(member));
    }

    /** And a payment. */
    public Transaction paying(Contribution contribution) {
        return and(new Change.Payment(contribution));
    }

    /** And a decision. */
    public Transaction deciding(RecordedDecision decision) {
        return and(new Change.Ruled(decision));
    }

    /** And a case for an officer. */
    public Transaction holding(AdjudicationCase adjudicationCase) {
        return and(new Change.Held(adjudicationCase));
    }

    /** And the answer: the whole transaction happens at most once under its key. */
    public Transaction answering(Answer newAnswer) {
        return new Transaction(event, changes, Optional.of(newAnswer));
    }

    private Transaction and(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new Transaction(event, more, answer);
    }

    AuditEvent event() {
        return event;
    }

    List<Change> changes() {
        return changes;
    }

    Optional<Answer> answer() {
        return answer;
    }
}
