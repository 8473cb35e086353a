package id.sidik.matcher.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Damages a closed store behind its back, as a disk or an intruder would, with RocksDB's own checksums put right again. */
public final class StoreDamage {
    private StoreDamage() {}

    /** The number of records, and so the range of {@code record} below. */
    public static int recordCount(Path databaseFolder) {
        return keys(databaseFolder).size();
    }

    /** The size of a record, and so the range of {@code position} below. */
    public static int recordBytes(Path databaseFolder, int record) {
        try (Database raw = new Database(databaseFolder)) {
            return raw.rocks().get(raw.references(), keys(raw).get(record)).length;
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Flips one bit; doing it again heals. Returns the name of the record. */
    public static String flipBit(Path databaseFolder, int record, int position, int bit) {
        try (Database raw = new Database(databaseFolder)) {
            byte[] key = keys(raw).get(record);
            byte[] value = raw.rocks().get(raw.references(), key);
            value[position] ^= (byte) (1 << bit);
            raw.rocks().put(raw.references(), key, value);
            return ReferenceKey.parse(key).recordName();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> keys(Path databaseFolder) {
        try (Database raw = new Database(databaseFolder)) {
            return keys(raw);
        }
    }

    private static List<byte[]> keys(Database raw) {
        List<byte[]> keys = new ArrayList<>();
        try (RocksIterator records = raw.rocks().newIterator(raw.references())) {
            for (records.seekToFirst(); records.isValid(); records.next()) {
                keys.add(records.key());
            }
        }
        return keys;
    }
}
