package id.sidik.eligibility.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.keys.KeyRing;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer does when the disk has no room, and when it has some again. */
class FullDiskTest {
    private static final long RESERVE_BYTES = 1_000;

    @TempDir
    private Path folder;

    private final Disk disk = new Disk();
    private KeyRing keys;
    private Records records;
    private BatchWriter writer;

    /** A disk with as much room as a test says, that may refuse a batch all the same. */
    private static final class Disk implements Engine {
        private final MemoryEngine kept = new MemoryEngine();
        private volatile long usableBytes = RESERVE_BYTES;
        private volatile @Nullable IOException refusal;

        @Override
        public void write(Batch batch) throws IOException {
            IOException now = refusal;
            if (now != null) {
                throw now;
            }
            kept.write(batch);
        }

        @Override
        public Optional<byte[]> get(Table table, byte[] key) {
            return kept.get(table, key);
        }

        @Override
        public void scan(Table table, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> visitor) {
            kept.scan(table, prefix, from, visitor);
        }

        @Override
        public <T> T asOfNow(Function<Reading, T> reader) {
            return kept.asOfNow(reader);
        }

        @Override
        public void copyTo(Path copy) {
            kept.copyTo(copy);
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() {
        keys = StoreFixture.keys(folder);
        records = new Records(keys.nidHasher(), new RecordCipher(keys.records()));
        writer = new BatchWriter(
                disk,
                records,
                headFile(),
                origin(),
                new MerkleFrontier(),
                new DiskRoom(() -> disk.usableBytes, RESERVE_BYTES));
    }

    private String origin() {
        return keys.checkpoints().verifierKey().name();
    }

    private HeadFile headFile() {
        return new HeadFile(folder.resolve(EligibilityStore.HEAD_FILE), keys.checkpoints());
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void refusesWhileLessThanTheReserveIsLeftAndThenGoesOnByItself() {
        assertThat(write("first")).isEqualTo(new CommitResult.Committed(0));
        disk.usableBytes = RESERVE_BYTES - 1;
        assertThatThrownBy(() -> write("second"))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("999 bytes are free, and 1,000 are kept in reserve")
                .hasMessageContaining("same idempotency key");
        assertThat(writer.writes()).isFalse();
        assertThat(writer.head().size()).as("nothing was written").isEqualTo(1);

        disk.usableBytes = RESERVE_BYTES;
        assertThat(writer.writes()).isTrue();
        assertThat(write("second")).isEqualTo(new CommitResult.Committed(1));
        assertHoldsTogether(2);
    }

    @Test
    void goesOnWhereItWasWhenTheDiskRefusedABatchForWantOfRoom() {
        assertThat(write("first")).isEqualTo(new CommitResult.Committed(0));
        disk.refusal = new DiskFullException("no room", null);
        assertThatThrownBy(() -> write("second")).isInstanceOf(StoreFullException.class);
        assertThatThrownBy(() -> write("third")).isInstanceOf(StoreFullException.class);

        disk.refusal = null;
        assertThat(write("third")).isEqualTo(new CommitResult.Committed(1));
        assertThat(write("second")).isEqualTo(new CommitResult.Committed(2));
        assertThat(write("first"))
                .as("what was acknowledged before is remembered")
                .isInstanceOf(CommitResult.AlreadyAnswered.class);
        assertHoldsTogether(3);
    }

    @Test
    void stopsForGoodWhenTheDiskRefusesForAnotherReason() {
        assertThat(write("first")).isEqualTo(new CommitResult.Committed(0));
        disk.refusal = new IOException("it is broken");
        assertThatThrownBy(() -> write("second")).isInstanceOf(StoreStoppedException.class);
        disk.refusal = null;
        assertThatThrownBy(() -> write("second")).isInstanceOf(StoreStoppedException.class);
        assertThat(writer.writes()).isFalse();
    }

    private CommitResult write(String key) {
        return writer.commit(Transaction.auditing(StoreFixture.event())
                .answering(StoreFixture.answer(key, "request " + key, "answer " + key)));
    }

    /** As a start would find it. */
    private void assertHoldsTogether(long leaves) {
        writer.close();
        Optional<Checkpoint> outside = headFile().read();
        assertThat(outside.map(Checkpoint::size)).contains(leaves);
        MerkleFrontier tree =
                new AuditCheck(disk, new RecordCipher(keys.records()), origin()).rebuild(records.head(disk), outside);
        assertThat(tree.size()).isEqualTo(leaves);
    }
}
