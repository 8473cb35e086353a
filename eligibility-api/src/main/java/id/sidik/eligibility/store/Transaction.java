package id.sidik.eligibility.store;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to become true all at once: one audit event, the changes that it tells of, and the answer to whoever asked for them.
 * There is no way to change anything without an event. Changes are made in their order, each sees the ones before it.
 */
public final class Transaction {
    /** The most changes in one. */
    public static final int CHANGES_MAX = 64;

    private final AuditEvent event;
    private final List<Change<?>> changes;
    private final Optional<Answer> answer;

    private Transaction(AuditEvent event, List<Change<?>> changes, Optional<Answer> answer) {
        if (changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("a transaction has at most 64 changes, not " + changes.size());
        }
        this.event = event;
        this.changes = List.copyOf(changes);
        this.answer = answer;
    }

    /** Only the event. */
    public static Transaction auditing(AuditEvent event) {
        return new Transaction(event, List.of(), Optional.empty());
    }

    /** And a new record; refused with {@link CommitResult.RecordExists} if there is one with its key. So each key is used once. */
    public <T> Transaction adding(RecordKind<T> kind, T record) {
        return and(new Change<>(kind, kind.key(record), new Change.Before.Nothing<>(), Optional.of(record)));
    }

    /**
     * And what a record becomes; refused with {@link CommitResult.RecordChanged} if it is not, any more, as it was read.
     *
     * @throws IllegalArgumentException if the two have different keys
     */
    public <T> Transaction replacing(RecordKind<T> kind, T asRead, T next) {
        RecordKey key = kind.key(asRead);
        if (!key.equals(kind.key(next))) {
            throw new IllegalArgumentException("a record of " + kind + " cannot move to another key: delete and add");
        }
        return and(new Change<>(kind, key, new Change.Before.AsRead<>(asRead), Optional.of(next)));
    }

    /** And a record, whatever is there now. */
    public <T> Transaction putting(RecordKind<T> kind, T record) {
        return and(new Change<>(kind, kind.key(record), new Change.Before.Anything<>(), Optional.of(record)));
    }

    /** And the end of a record; refused with {@link CommitResult.RecordChanged} if it is not, any more, as it was read. */
    public <T> Transaction deleting(RecordKind<T> kind, T asRead) {
        return and(new Change<>(kind, kind.key(asRead), new Change.Before.AsRead<>(asRead), Optional.empty()));
    }

    /** And the answer: the whole transaction happens at most once under its key. */
    public Transaction answering(Answer newAnswer) {
        return new Transaction(event, changes, Optional.of(newAnswer));
    }

    private Transaction and(Change<?> change) {
        List<Change<?>> more = new ArrayList<>(changes);
        more.add(change);
        return new Transaction(event, more, answer);
    }

    AuditEvent event() {
        return event;
    }

    /** The changes in their order, and the answer. */
    List<Change<?>> allChanges() {
        return Stream.concat(changes.stream(), answer.stream().map(AnswerBody::given))
                .toList();
    }

    Optional<Answer> answer() {
        return answer;
    }
}
