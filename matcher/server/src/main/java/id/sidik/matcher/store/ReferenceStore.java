package id.sidik.matcher.store;

import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * References at rest. What {@link #commit} acknowledges is on the disk; what {@link #scan} delivers is what was
 * acknowledged, or an exception. Safe for many threads.
 */
public final class ReferenceStore implements AutoCloseable {
    private static final byte[] ERASURES_START = "erase/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERASURES_END = "erase0".getBytes(StandardCharsets.US_ASCII); // '0' follows '/'

    private final StoreSettings settings;
    private final Database database;
    private final RecordSeal seal;
    private final AtomicReferenceArray<PartitionSum> sums;
    private final CommitHead head;
    private final GroupCommit commits;
    /** A platform thread of its own: a compaction would hold the carrier of a virtual thread for seconds. */
    private final ExecutorService eraser = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-eraser").factory());

    private ReferenceStore(StoreSettings settings, Database database, RecordSeal seal)
            throws RocksDBException, IOException {
        this.settings = settings;
        this.database = database;
        this.seal = seal;
        this.sums = readSums(settings.partitionCount());
        this.head = CommitHead.open(settings.headFile(), readCommits());
        this.commits = new GroupCommit(database, seal, head, sums, settings, diskOf(settings));
    }

    /**
     * Opens the store, or makes it when there is neither a store nor a key.
     *
     * @throws StoreRefusedException when the store is sound but key or number of partitions are not its own
     * @throws id.sidik.matcher.crypto.KeyUnusableException when the key file can not be read
     * @throws CorruptStoreException when the store is damaged
     */
    public static ReferenceStore open(StoreSettings settings, KeyFile keyFile) {
        Database database = new Database(settings.folder());
        try {
            RecordSeal seal = new StoreOpening(settings, database, keyFile).seal();
            return new ReferenceStore(settings, database, seal);
        } catch (IOException e) {
            database.close();
            throw new StoreRefusedException(
                    "The head of the store, " + settings.headFile() + ", can not be used: " + e.getMessage());
        } catch (RocksDBException e) {
            database.close();
            throw new CorruptStoreException("the store in " + settings.folder(), "RocksDB says: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Completes when the disk has refused a write; nothing is written after that. */
    public CompletableFuture<StoreFailedException> failure() {
        return commits.failure();
    }

    public int partitionCount() {
        return settings.partitionCount();
    }

    /** References that were acknowledged and not withdrawn. */
    public long referencesIn(int partition) {
        return sums.get(partition).references();
    }

    public long references() {
        long total = 0;
        for (int partition = 0; partition < sums.length(); partition++) {
            total += referencesIn(partition);
        }
        return total;
    }

    /**
     * Reads a whole partition and proves it: every record's checksum and seal, then count and xor of them all. For the
     * start, before anything is written.
     *
     * @throws CorruptStoreException naming the record, or the partition when one is missing
     */
    public void scan(int partition, Consumer<StoredReference> each) {
        PartitionSum found = PartitionSum.EMPTY;
        try (Slice end = new Slice(ReferenceKey.partitionEnd(partition));
                ReadOptions range = new ReadOptions().setIterateUpperBound(end).setFillCache(false);
                RocksIterator records = database.rocks().newIterator(database.references(), range)) {
            for (records.seek(ReferenceKey.partitionStart(partition)); records.isValid(); records.next()) {
                byte[] key = records.key();
                byte[] record = records.value();
                each.accept(ReferenceLayout.decode(key, record, seal));
                found = found.plus(key, record);
            }
            records.status();
        } catch (RocksDBException e) {
            throw new CorruptStoreException("partition " + partition, "RocksDB can not read it: " + e.getMessage(), e);
        }
        refuseUnlessEqual(partition, found);
    }

    private void refuseUnlessEqual(int partition, PartitionSum found) {
        PartitionSum stored = sums.get(partition);
        if (found.references() != stored.references()) {
            throw new CorruptStoreException(
                    "partition " + partition,
                    String.format(
                            Locale.ROOT,
                            "%,d references were acknowledged and %,d are there",
                            stored.references(),
                            found.references()));
        }
        if (!found.equals(stored)) {
            throw new CorruptStoreException(
                    "partition " + partition, "its references are not the ones that were acknowledged (xor differs)");
        }
    }

    /** The keys under which a subject's references lie, in order; reads only the subject's own range. */
    public List<ReferenceKey> keysOf(int partition, String subjectId) {
        byte[] start = ReferenceKey.subjectStart(partition, subjectId);
        List<ReferenceKey> keys = new ArrayList<>();
        forEachKey(
                database.references(), start, ReferenceKey.subjectEnd(start), key -> keys.add(ReferenceKey.parse(key)));
        return keys;
    }

    /**
     * A subject's references, in the order of their keys; none when nobody of this id is enrolled.
     *
     * @throws CorruptStoreException naming a record that can not be trusted
     */
    public List<StoredReference> referencesOf(int partition, String subjectId) {
        List<StoredReference> references = new ArrayList<>();
        for (ReferenceKey key : keysOf(partition, subjectId)) {
            byte[] keyBytes = key.bytes();
            try {
                byte @Nullable [] record = database.rocks().get(database.references(), keyBytes);
                if (record != null) { // withdrawn since its key was read
                    references.add(ReferenceLayout.decode(keyBytes, record, seal));
                }
            } catch (RocksDBException e) {
                throw new CorruptStoreException(key.recordName(), "RocksDB can not read it: " + e.getMessage(), e);
            }
        }
        return references;
    }

    /** The jobs of de-duplication that lie beside the references. */
    public DuplicateJobs duplicateJobs() {
        return new DuplicateJobs(settings.folder().resolveSibling("jobs"), seal);
    }

    /**
     * Puts a durable copy of the store, without its key, into a folder that is there: {@code db} and {@code head}. The head comes first, so
     * it may be behind the copied database, as after a crash, and is never ahead of it.
     *
     * @throws IOException when the disk refuses; the store goes on
     */
    void copyTo(Path folder) throws IOException {
        Path copiedHead = folder.resolve(CommitHead.FILE_NAME);
        Files.copy(settings.headFile(), copiedHead);
        try (FileChannel channel = FileChannel.open(copiedHead, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            database.copyTo(folder.resolve("db"));
        } catch (RocksDBException e) {
            throw new IOException("RocksDB can not copy the store: " + e.getMessage(), e);
        }
        DurableFiles.syncFolder(folder);
    }

    /** Hands a change to the disk; see {@code GroupCommit.submit} for how it can end. */
    public CompletableFuture<Void> commit(StoreChange change) {
        return commits.submit(change);
    }

    /** The answer that an earlier request with this idempotency key got. */
    public Optional<RecordedAnswer> answerTo(String idempotencyKey) {
        byte[] key = AnswerLayout.key(idempotencyKey);
        try {
            byte @Nullable [] record = database.rocks().get(database.answers(), key);
            return record == null ? Optional.empty() : Optional.of(AnswerLayout.decode(key, record));
        } catch (RocksDBException e) {
            throw new CorruptStoreException("answers/" + idempotencyKey, "RocksDB can not read it", e);
        }
    }

    /**
     * Forgets answers older than the settings keep them. Reads and so proves all of them. An answer is found until it is
     * forgotten here, never only until its time: else a repetition could run while this deletes its new answer.
     *
     * @return how many were forgotten
     */
    public long forgetAnswersOlderThanKept(Instant now) {
        Instant oldestKept = now.minus(settings.answersKept());
        long forgotten = 0;
        try (ReadOptions options = new ReadOptions().setFillCache(false);
                RocksIterator records = database.rocks().newIterator(database.answers(), options)) {
            for (records.seekToFirst(); records.isValid(); records.next()) {
                byte[] key = records.key();
                if (AnswerLayout.decode(key, records.value()).answeredAt().isBefore(oldestKept)) {
                    database.rocks().delete(database.answers(), key);
                    forgotten++;
                }
            }
            records.status();
        } catch (RocksDBException e) {
            throw new CorruptStoreException("the recorded answers", "RocksDB can not read them: " + e.getMessage(), e);
        }
        return forgotten;
    }

    /**
     * Makes the bytes of withdrawn subjects leave the disk: all that were withdrawn before this call, also before an earlier end of
     * the process. Calls wait for each other; each costs a flush and the rewriting of some files.
     *
     * @throws StoreFailedException when the disk refuses; the next call tries again
     */
    public void eraseWithdrawn() {
        try {
            eraser.submit(this::eraseMarked).get();
        } catch (ExecutionException e) {
            throw new StoreFailedException("withdrawn references could not be erased: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailedException("the erasing of withdrawn references was interrupted", e);
        }
    }

    private @Nullable Void eraseMarked() throws RocksDBException {
        List<byte[]> marks = new ArrayList<>();
        forEachKey(database.meta(), ERASURES_START, ERASURES_END, marks::add);
        for (byte[] mark : marks) {
            byte[] subjectStart = Arrays.copyOfRange(mark, ERASURES_START.length, mark.length);
            database.erase(subjectStart, ReferenceKey.subjectEnd(subjectStart));
            database.rocks().delete(database.meta(), mark);
        }
        return null;
    }

    private void forEachKey(ColumnFamilyHandle family, byte[] start, byte[] end, Consumer<byte[]> each) {
        try (Slice upperBound = new Slice(end);
                ReadOptions range = new ReadOptions().setIterateUpperBound(upperBound);
                RocksIterator records = database.rocks().newIterator(family, range)) {
            for (records.seek(start); records.isValid(); records.next()) {
                each.accept(records.key());
            }
            records.status();
        } catch (RocksDBException e) {
            throw new CorruptStoreException("the store in " + settings.folder(), "RocksDB says: " + e.getMessage(), e);
        }
    }

    private AtomicReferenceArray<PartitionSum> readSums(int partitionCount) throws RocksDBException {
        AtomicReferenceArray<PartitionSum> read = new AtomicReferenceArray<>(partitionCount);
        for (int partition = 0; partition < partitionCount; partition++) {
            byte @Nullable [] record = database.rocks().get(database.meta(), PartitionSumLayout.key(partition));
            if (record == null) {
                throw new CorruptStoreException(PartitionSumLayout.recordName(partition), "is missing");
            }
            read.set(partition, PartitionSumLayout.decode(partition, record));
        }
        return read;
    }

    private long readCommits() throws RocksDBException {
        byte @Nullable [] record = database.rocks().get(database.meta(), CommitCountLayout.KEY);
        if (record == null) {
            throw new CorruptStoreException("the number of commits", "is missing");
        }
        return CommitCountLayout.decode(record);
    }

    private static DiskSpace diskOf(StoreSettings settings) {
        try {
            return Files.getFileStore(settings.folder())::getUsableSpace;
        } catch (IOException e) {
            throw new StoreRefusedException(
                    "The disk of " + settings.folder() + " can not be asked: " + e.getMessage());
        }
    }

    /** Writes what waits, then closes the files. Nothing may be reading any more. */
    @Override
    public void close() {
        eraser.close();
        commits.close();
        closeHead();
        database.close();
    }

    private void closeHead() {
        try {
            head.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
