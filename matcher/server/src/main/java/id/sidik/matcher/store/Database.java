package id.sidik.matcher.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB as this store uses it: three column families, every write synced, no damage tolerated but a torn tail. */
final class Database implements AutoCloseable {
    private static final long MEMTABLE_BYTES = 16L << 20;
    private static final int BLOOM_BITS_PER_KEY = 10;

    private final RocksDB rocks;
    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final WriteOptions synced;
    private final ColumnFamilyHandle meta;
    private final ColumnFamilyHandle references;
    private final ColumnFamilyHandle answers;

    /** @throws CorruptStoreException when RocksDB can not open its own files */
    Database(Path folder) {
        loadNativeLibrary(folder);
        options = databaseOptions();
        familyOptions = familyOptions();
        synced = new WriteOptions().setSync(true);
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            rocks = RocksDB.open(options, folder.toString(), descriptors(), handles);
        } catch (RocksDBException e) {
            closeOptions();
            throw new CorruptStoreException("the store in " + folder, "RocksDB can not open it: " + e.getMessage(), e);
        }
        meta = handles.get(0);
        references = handles.get(1);
        answers = handles.get(2);
    }

    RocksDB rocks() {
        return rocks;
    }

    ColumnFamilyHandle meta() {
        return meta;
    }

    ColumnFamilyHandle references() {
        return references;
    }

    ColumnFamilyHandle answers() {
        return answers;
    }

    /** Returns when the batch is on the disk. */
    void writeSynced(WriteBatch batch) throws RocksDBException {
        rocks.write(synced, batch);
    }

    /**
     * Makes deleted references between two keys leave the disk: memory to files, which ends the log that still holds
     * them, then those files rewritten without them. Costs the rewriting of one file per level, some 64 MB each.
     */
    void erase(byte[] start, byte[] end) throws RocksDBException {
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                CompactRangeOptions compaction =
                        new CompactRangeOptions().setBottommostLevelCompaction(BottommostLevelCompaction.kForce)) {
            rocks.flush(flush, List.of(meta, references, answers));
            rocks.compactRange(references, start, end, compaction);
            purgeObsoleteFiles();
        }
    }

    /** Files that nothing needs are removed by background threads, at some time; this removes them now. */
    private void purgeObsoleteFiles() throws RocksDBException {
        rocks.disableFileDeletions();
        rocks.enableFileDeletions();
    }

    /** A copy into a folder that is not there yet; files that do not change are shared with it. */
    void copyTo(Path folder) throws RocksDBException {
        try (Checkpoint checkpoint = Checkpoint.create(rocks)) {
            checkpoint.createCheckpoint(folder.toString());
        }
    }

    @Override
    public void close() {
        meta.close();
        references.close();
        answers.close();
        rocks.close();
        closeOptions();
    }

    private void closeOptions() {
        synced.close();
        familyOptions.close();
        options.close();
    }

    /**
     * From a fixed place beside the database, not from a new temporary file at each start: a killed process can not
     * clean up behind itself, and the library has some 60 MB.
     */
    private static synchronized void loadNativeLibrary(Path folder) {
        Path nativeFolder = folder.resolveSibling("native");
        try {
            for (Path path : List.of(folder, nativeFolder)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            NativeLibraryLoader.getInstance().loadLibrary(nativeFolder.toString());
            RocksDB.loadLibrary(); // finds it loaded, and notes that
        } catch (IOException e) {
            throw new StoreRefusedException("The folder " + folder + " can not be used: " + e.getMessage());
        }
    }

    private List<ColumnFamilyDescriptor> descriptors() {
        return List.of(
                new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions),
                new ColumnFamilyDescriptor("references".getBytes(StandardCharsets.US_ASCII), familyOptions),
                new ColumnFamilyDescriptor("answers".getBytes(StandardCharsets.US_ASCII), familyOptions));
    }

    /**
     * The recovery mode matters most: RocksDB's default opens a log with damage in its middle and drops what follows
     * without a word; this one drops only a last record that was never wholly written, and so never acknowledged. The
     * manifest lists the logs, so that a log that was deleted is missed.
     */
    private static DBOptions databaseOptions() {
        Properties named = new Properties();
        named.setProperty("track_and_verify_wals_in_manifest", "true");
        return DBOptions.getDBOptionsFromProps(named)
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setParanoidChecks(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(4);
    }

    private static ColumnFamilyOptions familyOptions() {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(MEMTABLE_BYTES)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setFilterPolicy(new BloomFilter(BLOOM_BITS_PER_KEY, false)));
    }
}
