package id.sidik.eligibility.store;

import id.sidik.eligibility.records.CorruptRecordException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
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
final class Database implements AutoCloseable {
    private static final long WRITE_BUFFERS_BYTES_MAX = 64L << 20;
    private static final long WRITE_AHEAD_LOG_BYTES_MAX = 256L << 20;
    private static final int OPEN_FILES_MAX = 512;
    private static final int INFO_LOGS_MAX = 3;

    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final WriteOptions synced;
    private final RocksDB db;
    private final Map<Table, ColumnFamilyHandle> families;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private Database(
            DBOptions options, ColumnFamilyOptions familyOptions, RocksDB db, Map<Table, ColumnFamilyHandle> families) {
        this.options = options;
        this.familyOptions = familyOptions;
        this.db = db;
        this.families = families;
        this.synced = new WriteOptions().setSync(true);
    }

    /**
     * Opens the database in a folder.
     *
     * @param tables all that it has, or will have
     * @param mayCreate whether there is none yet; otherwise a missing one is refused
     * @throws StoreRefusedException if it is damaged, missing, or open in another process
     */
    static Database open(Path folder, List<Table> tables, boolean mayCreate) {
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
            RocksDB db = RocksDB.open(options, folder.toString(), descriptors(tables, familyOptions), handles);
            Map<Table, ColumnFamilyHandle> families = new HashMap<>();
            Iterator<ColumnFamilyHandle> ours = handles.listIterator(1); // the first is RocksDB's own default family
            for (Table table : tables) {
                families.put(table, ours.next());
            }
            return new Database(options, familyOptions, db, families);
        } catch (RocksDBException e) {
            familyOptions.close();
            options.close();
            throw new StoreRefusedException(
                    "the database in " + folder + " does not open (" + e.getMessage()
                            + "): stop the process that holds it, or restore it from a backup",
                    e);
        }
    }

    private static List<ColumnFamilyDescriptor> descriptors(List<Table> tables, ColumnFamilyOptions familyOptions) {
        return Stream.concat(
                        Stream.of(RocksDB.DEFAULT_COLUMN_FAMILY),
                        tables.stream().map(Table::familyNameBytes))
                .map(name -> new ColumnFamilyDescriptor(name, familyOptions))
                .toList();
    }

    /** One record as it is stored, or empty. */
    Optional<byte[]> get(Table table, byte[] key) {
        Lock open = lockOpen();
        try {
            return Optional.ofNullable(db.get(family(table), key));
        } catch (RocksDBException e) {
            throw fault(table.recordName(key), e);
        } finally {
            open.unlock();
        }
    }

    /**
     * Walks through a table in the order of keys.
     *
     * @param from the first key; where there is none such, the walk begins at the next
     * @param visitor gets key and record, and says whether to go on
     */
    void scan(Table table, byte[] from, BiPredicate<byte[], byte[]> visitor) {
        Lock open = lockOpen();
        try (RocksIterator records = db.newIterator(family(table))) {
            boolean more = true;
            for (records.seek(from); more && records.isValid(); records.next()) {
                more = visitor.test(records.key(), records.value());
            }
            records.status(); // an iterator that meets damage just ends; only its status tells
        } catch (RocksDBException e) {
            throw fault(table.recordName(from) + " or one after it", e);
        } finally {
            open.unlock();
        }
    }

    /**
     * Writes a batch and syncs it: all of it, or nothing.
     *
     * @throws RocksDBException if the disk refused; what of the batch it holds is then unknown
     */
    void write(Batch batch) throws RocksDBException {
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
                families.get(table), () -> "no kind of record that these books were opened with is called " + table);
    }

    private static RuntimeException fault(String record, RocksDBException e) {
        Status status = e.getStatus();
        return status != null && status.getCode() == Status.Code.Corruption
                ? new CorruptRecordException(record, "its block on disk is damaged", e)
                : new StoreStoppedException("the disk does not give record " + record, e);
    }
}
