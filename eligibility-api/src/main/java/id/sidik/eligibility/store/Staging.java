package id.sidik.eligibility.store;

import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.store.Batch.Place;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.util.Optional;
import java.util.Set;

/**
 * Puts transactions, one after the other, into a batch: each sees what the ones before it put. What cannot happen any more, such as
 * claiming a NID that was just claimed, is answered here, and leaves nothing in the batch.
 */
final class Staging {
    private final Engine engine;
    private final Records records;
    private final MerkleFrontier tree;
    private final Batch batch = new Batch();

    /**
     * Begins an empty batch.
     *
     * @param tree the audit log so far; grows with each transaction that is staged
     */
    Staging(Engine engine, Records records, MerkleFrontier tree) {
        this.engine = engine;
        this.records = records;
        this.tree = tree;
    }

    /** What was staged so far. */
    Batch batch() {
        return batch;
    }

    /**
     * Stages one transaction. If this throws or refuses, nothing of it is in the batch.
     *
     * @param event content of the leaf
     */
    CommitResult stage(Transaction transaction, byte[] event) {
        Batch staged = new Batch();
        Source source = (table, key) -> staged.get(Place.of(table, key), this::staged);
        Optional<CommitResult> earlier = transaction.answer().flatMap(answer -> earlierAnswer(answer, source));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        long auditIndex = tree.size();
        for (Change<?> change : transaction.allChanges()) {
            Optional<CommitResult> refusal = stage(staged, source, change, auditIndex);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        records.setLeaf(staged, auditIndex, event);
        staged.changes().forEach(batch::set);
        tree.append(MerkleHash.leaf(event));
        return new CommitResult.Committed(auditIndex);
    }

    private Optional<byte[]> staged(Table table, byte[] key) {
        return batch.get(Place.of(table, key), engine);
    }

    private Optional<CommitResult> earlierAnswer(Answer answer, Source source) {
        Change<StoredAnswer> change = AnswerBody.given(answer);
        return records.find(source, change.kind(), records.place(change.kind(), change.key()))
                .map(earlier -> earlier.answer().answersSameAs(answer)
                        ? new CommitResult.AlreadyAnswered(earlier)
                        : new CommitResult.IdempotencyKeyReused());
    }

    /** Stages one change, unless it is refused. */
    private <T> Optional<CommitResult> stage(Batch staged, Source source, Change<T> change, long auditIndex) {
        Place place = records.place(change.kind(), change.key());
        Optional<T> stored = change.needsStored() ? records.find(source, change.kind(), place) : Optional.empty();
        Optional<CommitResult> refusal = change.refusal(stored);
        if (refusal.isPresent()) {
            return refusal;
        }
        for (RecordIndex<T> index : change.kind().indexes()) {
            stored.ifPresent(old ->
                    records.entries(change.kind(), index, old).forEach(entry -> staged.set(entry, Optional.empty())));
            Set<Place> entries = change.after()
                    .map(after -> records.entries(change.kind(), index, after))
                    .orElse(Set.of());
            for (Place entry : entries) {
                if (index.unique() && source.get(entry).isPresent()) {
                    return Optional.of(new CommitResult.RecordExists(change.kind() + "/" + index.name()));
                }
                staged.set(entry, Optional.of(records.sealedEntry(entry, place)));
            }
        }
        staged.set(place, change.after().map(after -> records.sealed(change.kind(), place, after, auditIndex)));
        return Optional.empty();
    }
}
