package id.sidik.eligibility.store;

import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.store.Batch.Place;
import id.sidik.eligibility.store.Transaction.Change;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        this.source = (table, key) -> batch.get(table, key).or(() -> database.get(table, key));
    }

    /** What was staged so far. */
    Batch batch() {
        return batch;
    }

    /** Stages one transaction. If this throws or refuses, nothing of it is in the batch. */
    CommitResult stage(Transaction transaction) {
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
        Map<Place, byte[]> puts = new LinkedHashMap<>();
        transaction.changes().forEach(change -> put(puts, change, auditIndex));
        transaction.answer().ifPresent(answer -> records.putAnswer(puts, answer, auditIndex));
        records.putLeaf(puts, auditIndex, event);
        puts.forEach(batch::put);
        tree.append(MerkleHash.leaf(event));
        return new CommitResult.Committed(auditIndex);
    }

    private Optional<CommitResult> earlierAnswer(Answer answer) {
        return records.answer(source, answer.idempotencyKey())
                .map(earlier -> earlier.answer().answersSameAs(answer)
                        ? new CommitResult.AlreadyAnswered(earlier)
                        : new CommitResult.IdempotencyKeyReused());
    }

    private Optional<CommitResult> refusal(Change change) {
        return switch (change) {
            case Change.Registration(Member member) -> registrationRefusal(member);
            case Change.Update(Member member) -> {
                int stored = records.member(source, member.nid())
                        .map(Member::revision)
                        .orElse(0);
                yield stored == member.revision() - 1
                        ? Optional.empty()
                        : Optional.of(new CommitResult.MemberChanged());
            }
            case Change.Payment _, Change.Ruled _, Change.Held _ -> Optional.empty();
        };
    }

    private Optional<CommitResult> registrationRefusal(Member member) {
        if (records.member(source, member.nid()).isPresent()) {
            return Optional.of(new CommitResult.NidTaken());
        }
        if (records.isSubject(source, member.subject())) {
            throw new IllegalStateException("a subject id was drawn twice: the random source is broken");
        }
        return Optional.empty();
    }

    private void put(Map<Place, byte[]> puts, Change change, long auditIndex) {
        switch (change) {
            case Change.Registration(Member member) -> records.putMember(puts, member);
            case Change.Update(Member member) -> records.putMember(puts, member);
            case Change.Payment(var contribution) -> records.putContribution(puts, contribution);
            case Change.Ruled(var decision) -> records.putDecision(puts, decision, auditIndex);
            case Change.Held(var held) -> records.putCase(puts, held);
        }
    }
}
