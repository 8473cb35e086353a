package id.sidik.eligibility.store;

import id.sidik.eligibility.records.CorruptRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB, with our tables and our promises: a write is synced before it returns, and a write-ahead log that is damaged anywhere
 * but at its very end is refused, where the default would quietly drop what follows the damage.
 *
 * <p>RocksDB is native code that must not be entered after it is closed; every call holds a lock that closing waits for.
 */
final class RocksEngine implements Engine {
    private static final long WRITE_BUFFERS_BYTES_MAX = 64L << 20;
    private static final long WRITE_AHEAD_LOG_BYTES_MAX = 256L << 20;
    private static final int OPEN_FILES_MAX = 512;
    private static final int INFO_LOGS_MAX = 3;

    /** There is one in every database of RocksDB. */
    static final String CURRENT_FILE = "CURRENT";

    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final WriteOptions synced;
    private final ReadOptions latest;
    private final RocksDB db;
    private final Map<String, ColumnFamilyHandle> families;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private RocksEngine(
            DBOptions options,
            ColumnFamilyOptions familyOptions,
            RocksDB db,
            Map<String, ColumnFamilyHandle> families) {
        this.options = options;
        this.familyOptions = familyOptions;
        this.db = db;
        this.families = families;
        this.synced = new WriteOptions().setSync(true);
        this.latest = new ReadOptions();
    }

    /**
     * Opens the database in a folder.
     *
     * @param tables all that it has, or will have
     * @param mayCreate whether there is none yet; otherwise a missing one is refused
     * @throws StoreRefusedException if it is damaged, missing, or open in another process
     */
    static RocksEngine open(Path folder, List<Table> tables, boolean mayCreate) {
        RocksDB.loadLibrary();
        DBOptions options = new DBOptions()
                .setCreateIfMissing(mayCreate)
                .setCreateMissingColumnFamilies(true)
                .setParanoidChecks(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setDbWriteBufferSize(WRITE_BUFFERS_BYTES_MAX)
                .setMaxTotalWalSize(WRITE_AHEAD_LOG_BYTES_MAX)
                .setMaxOpenFiles(OPEN_FILES_MAX)
                .setKeepLogFileNum(INFO_LOGS_MAX)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
        ColumnFamilyOptions familyOptions = new ColumnFamilyOptions();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            Set<String> names = new LinkedHashSet<>(familiesIn(folder));
            tables.forEach(table -> names.add(table.familyName()));
            RocksDB db = RocksDB.open(options, folder.toString(), descriptors(names, familyOptions), handles);
            Map<String, ColumnFamilyHandle> families = new HashMap<>();
            Iterator<ColumnFamilyHandle> opened = handles.iterator();
            names.forEach(name -> families.put(name, opened.next()));
            return new RocksEngine(options, familyOptions, db, families);
        } catch (RocksDBException e) {
            familyOptions.close();
            options.close();
            throw new StoreRefusedException(
                    "the database in " + folder + " does not open (" + e.getMessage()
                            + "): stop the process that holds it, or restore it from a backup",
                    e);
        }
    }

    /** What is there already; RocksDB opens all of its families or none, also those of another version of this program. */
    private static List<String> familiesIn(Path folder) throws RocksDBException {
        if (!Files.exists(folder.resolve(CURRENT_FILE))) {
            return List.of(new String(RocksDB.DEFAULT_COLUMN_FAMILY, StandardCharsets.US_ASCII));
        }
        try (Options options = new Options()) {
            return RocksDB.listColumnFamilies(options, folder.toString()).stream()
                    .map(name -> new String(name, StandardCharsets.US_ASCII))
                    .toList();
        }
    }

    private static List<ColumnFamilyDescriptor> descriptors(Set<String> names, ColumnFamilyOptions familyOptions) {
        return names.stream()
                .map(name -> new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.US_ASCII), familyOptions))
                .toList();
    }

    @Override
    public Optional<byte[]> get(Table table, byte[] key) {
        Lock open = lockOpen();
        try {
            return get(latest, table, key);
        } finally {
            open.unlock();
        }
    }

    @Override
    public void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
        Lock open = lockOpen();
        try {
            scan(latest, table, prefix, from, visitor);
        } finally {
            open.unlock();
        }
    }

    @Override
    public <T> T asOfNow(Function<Reading, T> reader) {
        Lock open = lockOpen();
        Snapshot now = db.getSnapshot();
        try (ReadOptions options = new ReadOptions().setSnapshot(now)) {
            return reader.apply(new Reading() {
                @Override
                public Optional<byte[]> get(Table table, byte[] key) {
                    return RocksEngine.this.get(options, table, key);
                }

                @Override
                public void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
                    RocksEngine.this.scan(options, table, prefix, from, visitor);
                }
            });
        } finally {
            db.releaseSnapshot(now);
            open.unlock();
        }
    }

    private Optional<byte[]> get(ReadOptions options, Table table, byte[] key) {
        try {
            return Optional.ofNullable(db.get(family(table), options, key));
        } catch (RocksDBException e) {
            throw fault(table.recordName(key), e);
        }
    }

    private void scan(
            ReadOptions options, Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
        try (RocksIterator records = db.newIterator(family(table), options)) {
            boolean more = true;
            for (records.seek(from); more && records.isValid(); records.next()) {
                byte[] key = records.key();
                more = startsWith(key, prefix) && visitor.test(key, records.value());
            }
            records.status(); // an iterator that meets damage just ends; only its status tells
        } catch (RocksDBException e) {
            throw fault(table.recordName(from) + " or one after it", e);
        }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public void write(Batch batch) throws IOException {
        Lock open = lockOpen();
        try (WriteBatch changes = new WriteBatch()) {
            for (Map.Entry<Batch.Place, Optional<byte[]>> change :
                    batch.changes().entrySet()) {
                ColumnFamilyHandle family = family(change.getKey().table());
                byte[] key = change.getKey().keyBytes();
                if (change.getValue().isPresent()) {
                    changes.put(family, key, change.getValue().get());
                } else {
                    changes.delete(family, key);
                }
            }
            db.write(synced, changes);
        } catch (RocksDBException e) {
            throw isFull(e)
                    ? new DiskFullException("the database finds no room", e)
                    : new IOException(
                            "the disk refused a batch of " + batch.changes().size() + " changes: " + e.getMessage(), e);
        } finally {
            open.unlock();
        }
    }

    /** RocksDB looks for room by itself from then on, and begins a new log when there is some. */
    private static boolean isFull(RocksDBException e) {
        Status status = e.getStatus();
        return status != null && status.getSubCode() == Status.SubCode.NoSpace;
    }

    @Override
    public void copyTo(Path folder) throws IOException {
        Lock open = lockOpen();
        try (Checkpoint checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(folder.toString());
        } catch (RocksDBException e) {
            throw new IOException("the database cannot be copied to " + folder + ": " + e.getMessage(), e);
        } finally {
            open.unlock();
        }
    }

    @Override
    public void close() {
        Lock exclusive = lock.writeLock();
        exclusive.lock();
        try {
            if (!closed) {
                closed = true;
                families.values().forEach(ColumnFamilyHandle::close);
                synced.close();
                latest.close();
                db.close();
                familyOptions.close();
                options.close();
            }
        } finally {
            exclusive.unlock();
        }
    }

    private Lock lockOpen() {
        Lock open = lock.readLock();
        open.lock();
        if (closed) {
            open.unlock();
            throw new StoreStoppedException("the store is closed");
        }
        return open;
    }

    private ColumnFamilyHandle family(Table table) {
        return Objects.requireNonNull(
                families.get(table.familyName()),
                () -> "no kind of record that these books were opened with is called " + table.familyName());
    }

    private static RuntimeException fault(String record, RocksDBException e) {
        Status status = e.getStatus();
        return status != null && status.getCode() == Status.Code.Corruption
                ? new CorruptRecordException(record, "its block on disk is damaged", e)
                : new StoreStoppedException("the disk does not give record " + record, e);
    }
}
