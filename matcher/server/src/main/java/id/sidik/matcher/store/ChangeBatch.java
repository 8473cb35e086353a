package id.sidik.matcher.store;

import id.sidik.matcher.crypto.RecordSeal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Several changes, put into one RocksDB batch together with the partition sums they lead to. Used by the writer thread
 * alone; {@code sums} tells those before this batch, which does not change them.
 */
final class ChangeBatch implements AutoCloseable {
    private static final byte[] ERASURE_PREFIX = "erase/".getBytes(StandardCharsets.US_ASCII);

    private final Database database;
    private final RecordSeal seal;
    private final IntFunction<PartitionSum> sums;
    private final WriteBatch batch = new WriteBatch();
    private final Map<Integer, PartitionSum> newSums = new HashMap<>();
    private final List<PendingChange> included = new ArrayList<>();

    ChangeBatch(Database database, RecordSeal seal, IntFunction<PartitionSum> sums) {
        this.database = database;
        this.seal = seal;
        this.sums = sums;
    }

    /** @throws IllegalStateException when the change does not fit what is stored; the batch is then as before */
    void include(PendingChange pending) throws RocksDBException {
        Map<Integer, PartitionSum> sumsBefore = Map.copyOf(newSums);
        batch.setSavePoint();
        try {
            for (StoredReference reference : pending.change().added()) {
                add(reference);
            }
            for (ReferenceKey key : pending.change().removed()) {
                remove(key);
            }
            RecordedAnswer answer = pending.change().answer();
            batch.put(database.answers(), AnswerLayout.key(answer.request().key()), AnswerLayout.encode(answer));
            included.add(pending);
            batch.popSavePoint();
        } catch (IllegalStateException e) {
            batch.rollbackToSavePoint();
            newSums.clear();
            newSums.putAll(sumsBefore);
            throw e;
        }
    }

    private void add(StoredReference reference) throws RocksDBException {
        byte[] key = reference.key().bytes();
        if (database.rocks().get(database.references(), key) != null) {
            throw new IllegalStateException(reference.key().recordName() + " is stored already");
        }
        byte[] record = ReferenceLayout.encode(reference, seal);
        int partition = reference.key().partition();
        newSums.put(partition, sum(partition).plus(key, record));
        batch.put(database.references(), key, record);
    }

    private void remove(ReferenceKey referenceKey) throws RocksDBException {
        byte[] key = referenceKey.bytes();
        byte @Nullable [] record = database.rocks().get(database.references(), key);
        if (record == null) {
            throw new IllegalStateException(referenceKey.recordName() + " is not stored");
        }
        int partition = referenceKey.partition();
        newSums.put(partition, sum(partition).minus(key, record));
        batch.delete(database.references(), key);
        batch.put(database.meta(), erasureKey(ReferenceKey.subjectStart(partition, referenceKey.subjectId())), key);
    }

    private PartitionSum sum(int partition) {
        return newSums.getOrDefault(partition, sums.apply(partition));
    }

    /**
     * Returns when everything is in the database's log, synced.
     *
     * @param commits the number of this batch
     */
    void write(long commits) throws RocksDBException {
        batch.put(database.meta(), CommitCountLayout.KEY, CommitCountLayout.encode(commits));
        for (Map.Entry<Integer, PartitionSum> entry : newSums.entrySet()) {
            batch.put(
                    database.meta(),
                    PartitionSumLayout.key(entry.getKey()),
                    PartitionSumLayout.encode(entry.getValue()));
        }
        database.writeSynced(batch);
    }

    /** The sums as this batch leaves them, by partition; only those that it changes. */
    Map<Integer, PartitionSum> newSums() {
        return Map.copyOf(newSums);
    }

    List<PendingChange> included() {
        return List.copyOf(included);
    }

    /** Under this key the store remembers that a subject's bytes still have to leave the disk. */
    static byte[] erasureKey(byte[] subjectStart) {
        return ByteBuffer.allocate(ERASURE_PREFIX.length + subjectStart.length)
                .put(ERASURE_PREFIX)
                .put(subjectStart)
                .array();
    }

    @Override
    public void close() {
        batch.close();
    }
}
