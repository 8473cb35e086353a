package id.sidik.eligibility.store;

import id.sidik.eligibility.member.Member;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts transactions, one after the other, into a batch: each sees what the ones before it put. What cannot happen any more, such as
 * claiming a NID that was just claimed, is answered here, and leaves nothing in the batch.
 */
final class Staging {
    private final Records records;
    private final MerkleFrontier tree;
    private final Batch batch = new Batch();
    private final Source source;

    /**
     * Begins an empty batch.
     *
     * @param tree the audit log so far; grows with each transaction that is staged
     */
    Staging(Database database, Records records, MerkleFrontier tree) {
        this.records = records;
        this.tree = tree;
        this.source = (table, key) -> batch.get(Batch.Place.of(table, key), database::get);
    }

    /** What was staged so far. */
    Batch batch() {
        return batch;
    }

    /** Stages one transaction. If this throws or refuses, nothing of it is in the batch. */
    CommitResult stage(Transaction transaction) {
        requireEachRecordOnce(transaction);
        Optional<CommitResult> refusal = transaction
                .answer()
                .flatMap(this::earlierAnswer)
                .or(() -> transaction.changes().stream()
                        .flatMap(change -> refusal(change).stream())
                        .findFirst());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long auditIndex = tree.size();
        byte[] event = transaction.event().content();
        Batch staged = new Batch();
        transaction.changes().forEach(change -> set(staged, change, auditIndex));
        transaction.answer().ifPresent(answer -> set(staged, answered(answer), auditIndex));
        records.setLeaf(staged, auditIndex, event);
        staged.changes().forEach(batch::set);
        tree.append(MerkleHash.leaf(event));
        return new CommitResult.Committed(auditIndex);
    }

    private void requireEachRecordOnce(Transaction transaction) {
        Set<Batch.Place> places = new HashSet<>();
        for (Change<?> change : transaction.changes()) {
            if (!places.add(records.place(change.kind(), change.key()))) {
                throw new IllegalArgumentException("a transaction changes one record of " + change.kind() + " twice");
            }
        }
    }

    private Optional<CommitResult> earlierAnswer(Answer answer) {
        Change<StoredAnswer> change = answered(answer);
        return records.find(source, change.kind(), change.key())
                .map(earlier -> earlier.answer().answersSameAs(answer)
                        ? new CommitResult.AlreadyAnswered(earlier)
                        : new CommitResult.IdempotencyKeyReused());
    }

    private static Change<StoredAnswer> answered(Answer answer) {
        StoredAnswer stored = new StoredAnswer(answer, 0);
        return new Change<>(
                AnswerBody.KIND, AnswerBody.KIND.key(stored), new Change.Before.Nothing<>(), Optional.of(stored));
    }

    private <T> Optional<CommitResult> refusal(Change<T> change) {
        Optional<CommitResult> refusal = switch (change.before()) {
            case Change.Before.Anything<T> _ -> Optional.empty();
            case Change.Before.Nothing<T> _ ->
                records.find(source, change.kind(), change.key())
                        .map(_ -> new CommitResult.RecordExists(change.kind().name()));
            case Change.Before.AsRead<T>(T read) ->
                records.find(source, change.kind(), change.key())
                                .filter(read::equals)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new CommitResult.RecordChanged(change.kind().name()));
        };
        if (refusal.isEmpty()
                && change.before() instanceof Change.Before.Nothing
                && change.after().orElse(null) instanceof Member member
                && records.isSubject(source, member.subject())) {
            throw new IllegalStateException("a subject id was drawn twice: the random source is broken");
        }
        return refusal;
    }

    private <T> void set(Batch staged, Change<T> change, long auditIndex) {
        staged.set(
                records.place(change.kind(), change.key()),
                change.after().map(after -> records.sealed(change.kind(), change.key(), after, auditIndex)));
        if (change.after().orElse(null) instanceof Member member) {
            records.setSubject(staged, member.subject(), change.key());
        }
    }
}
