package id.sidik.eligibility.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Keeps sealed records in tables. RocksDB on the box is one; a grid of many machines can be another: it sees tables, whole batches, and
 * prefixes whose first part says where things lie together, and nobody holds a cursor of it. Threads may share one, with one writer.
 *
 * <p>Readers see a batch wholly or not at all. Whatever breaks is a {@link StoreStoppedException}, or a
 * {@code CorruptRecordException} that names the record.
 */
interface Engine extends Reading, AutoCloseable {
    /**
     * Writes a batch durably: all of it, or nothing.
     *
     * @throws DiskFullException if the disk has no room; what of the batch it holds is never seen by readers, unless the process ends first
     * @throws IOException if the disk refused; what of the batch it holds is then unknown, and the next start will tell
     */
    void write(Batch batch) throws IOException;

    /** What a reader finds if nothing changes while it reads. */
    <T> T asOfNow(Function<Reading, T> reader);

    /**
     * Puts a copy of everything that is durable now into a folder that does not exist yet, while writing goes on. Files may be shared
     * with the original where the disk is the same.
     */
    void copyTo(Path folder) throws IOException;

    @Override
    void close();
}
