package id.sidik.matcher.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * How many batches were ever acknowledged, in a file beside the database. RocksDB opens without a word when the end of its last log
 * is cut off, when that log is gone, or when an older copy of the folder was put back; the sums inside it are then just as old. This
 * number is not.
 *
 * <p>Two slots, written in turn, so that a torn write leaves the other one:
 *
 * <pre>
 *  offset  size  field
 *  0       8     batches acknowledged, big-endian
 *  8       4     CRC-32C of the number
 * </pre>
 */
final class CommitHead implements AutoCloseable {
    static final String FILE_NAME = "head";

    /** Each write returns when its bytes are on the disk (O_DSYNC). */
    private static final String SYNCED = "rwd";

    private static final int SLOT_BYTES = 12;
    private static final int SLOTS = 2;

    /** Not a FileChannel: one closes itself when its thread is interrupted, as the writer's is at the end. */
    private final RandomAccessFile file;

    private long commits;

    private CommitHead(RandomAccessFile file, long commits) {
        this.file = file;
        this.commits = commits;
    }

    /** Begins at zero, for a store that is being made. */
    static void create(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), SYNCED)) {
            for (int slot = 0; slot < SLOTS; slot++) {
                file.write(slotOf(0));
            }
        }
    }

    /**
     * Opens the head of a store.
     *
     * @param stored batches that the database holds. One more than the head's is an end of the process between the two writes: that
     *     batch was not acknowledged.
     * @throws CorruptStoreException when acknowledged batches are not in the database
     */
    static CommitHead open(Path path, long stored) throws IOException {
        if (Files.notExists(path)) {
            throw new CorruptStoreException(
                    "the store's head " + path,
                    "is missing, so nobody can tell whether the store is whole; restore it together with the store");
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), SYNCED);
        long acknowledged = Math.max(read(file, 0, path), read(file, 1, path));
        if (acknowledged < 0) {
            file.close();
            throw new CorruptStoreException(
                    "the store's head " + path, "is damaged in both slots, of which only one is ever being written");
        }
        if (acknowledged > stored) {
            file.close();
            throw new CorruptStoreException(
                    "the store beside " + path,
                    "its last " + (acknowledged - stored)
                            + " batches are missing: a log was cut or lost, or an older copy"
                            + " was put in its place. Restore the store and its head together");
        }
        return new CommitHead(file, stored);
    }

    /** The number in a slot; -1 when it was torn. */
    private static long read(RandomAccessFile file, int slot, Path path) throws IOException {
        if (file.length() != SLOTS * SLOT_BYTES) {
            throw new CorruptStoreException("the store's head " + path, "is cut off");
        }
        byte[] bytes = new byte[SLOT_BYTES];
        file.seek((long) slot * SLOT_BYTES);
        file.readFully(bytes);
        long commits = ByteBuffer.wrap(bytes).getLong();
        return Arrays.equals(slotOf(commits), bytes) ? commits : -1;
    }

    /** The number of the batch that is to be written next. */
    long next() {
        return commits + 1;
    }

    /** Notes, synced, that the next batch is on the disk; only then may it be acknowledged. */
    void advance() throws IOException {
        commits++;
        file.seek(commits % SLOTS * SLOT_BYTES);
        file.write(slotOf(commits));
    }

    private static byte[] slotOf(long commits) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES).putLong(commits);
        CRC32C crc = new CRC32C();
        crc.update(slot.array(), 0, Long.BYTES);
        return slot.putInt((int) crc.getValue()).array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
