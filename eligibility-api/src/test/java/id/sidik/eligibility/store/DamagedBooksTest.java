package id.sidik.eligibility.store;

import static id.sidik.eligibility.store.StoreFixture.BUDI;
import static id.sidik.eligibility.store.StoreFixture.SITI;
import static id.sidik.eligibility.store.StoreFixture.event;
import static id.sidik.eligibility.store.StoreFixture.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.records.CorruptRecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class DamagedBooksTest {
    private static final int LEAVES = 6;
    private static final Table MEMBERS = Table.of(MemberBody.KIND);
    private static final List<Table> TABLES = Table.all(StoreFixture.KINDS);

    @TempDir
    private Path folder;

    @Test
    void startsAgainWhereItEnded() {
        writeBooks();

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThat(store.auditHead().size()).isEqualTo(LEAVES);
            assertThat(store.commit(Transaction.auditing(event()))).isEqualTo(new CommitResult.Committed(LEAVES));
        }
    }

    @Test
    void namesAndRefusesARecordWithAFlippedByte() {
        writeBooks();
        change(MEMBERS, memberKey(SITI), DamagedBooksTest::flipOneByte);

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThatThrownBy(() -> store.findMember(SITI))
                    .isInstanceOf(CorruptRecordException.class)
                    .hasMessageContaining(MEMBERS.recordName(memberKey(SITI)));
            assertThat(store.findMember(BUDI)).as("the others are served").isPresent();
        }
    }

    @Test
    void refusesTwoRecordsThatWereSwapped() {
        writeBooks();
        byte[][] records = new byte[2][];
        change(MEMBERS, memberKey(SITI), record -> records[0] = record);
        change(MEMBERS, memberKey(BUDI), record -> records[1] = record);
        change(MEMBERS, memberKey(SITI), _ -> records[1]);
        change(MEMBERS, memberKey(BUDI), _ -> records[0]);

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThatThrownBy(() -> store.findMember(SITI))
                    .isInstanceOf(CorruptRecordException.class)
                    .hasMessageContaining("moved");
            assertThatThrownBy(() -> store.findMember(BUDI)).isInstanceOf(CorruptRecordException.class);
        }
    }

    @Test
    void refusesToStartOnADamagedLeaf() {
        writeBooks();
        change(Table.AUDIT, Records.leafKey(3), DamagedBooksTest::flipOneByte);

        assertRefused("audit/0000000000000003");
    }

    @Test
    void refusesToStartOnALeafThatSomebodyRewrote() {
        writeBooks();
        change(Table.AUDIT, Records.leafKey(3), _ -> RecordLayout.wrap(Table.AUDIT, StoreFixture.bytes("{}")));

        assertRefused("leaves 0 to 5");
    }

    @Test
    void refusesToStartWithoutTheMiddleOfTheLog() {
        writeBooks();
        deleteLeaf(2);

        assertRefused("leaves 2 to 2 of the audit log are missing");
    }

    @Test
    void refusesToStartWithoutTheEndOfTheLog() {
        writeBooks();
        deleteLeaf(4);
        deleteLeaf(5);

        assertRefused("leaves 4 to 5");
    }

    @Test
    void refusesToStartWithAnOlderDatabaseThanItsHead() throws IOException {
        writeBooks();
        Path older = folder.resolveSibling(folder.getFileName() + "-older");
        copy(folder.resolve("db"), older);
        try (EligibilityStore store = StoreFixture.open(folder)) {
            store.commit(Transaction.auditing(event()));
            store.commit(Transaction.auditing(event()));
        }
        deleteAll(folder.resolve("db"));
        copy(older, folder.resolve("db"));

        assertRefused("leaves 6 to 7 of the audit log are cut off");
    }

    @Test
    void refusesToStartWithoutADatabaseThatItsHeadKnows() throws IOException {
        writeBooks();
        deleteAll(folder.resolve("db"));

        assertRefused("does not open");
    }

    @Test
    void refusesToStartWithoutItsHead() throws IOException {
        writeBooks();
        Files.delete(folder.resolve("audit-head"));

        assertRefused("head file of the audit log is missing");
    }

    @Test
    void refusesAHeadThatWeDidNotSign() throws IOException {
        writeBooks();
        Path head = folder.resolve("audit-head");
        Files.writeString(head, Files.readString(head).replaceFirst("\n6\n", "\n5\n"));

        assertRefused("not a head that we signed");
    }

    @Test
    void startsWithAHeadThatLagsBehind() throws IOException {
        writeBooks();
        Path head = folder.resolve("audit-head");
        String lagging = Files.readString(head);
        try (EligibilityStore store = StoreFixture.open(folder)) {
            store.commit(Transaction.auditing(event()));
        }
        Files.writeString(head, lagging);

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThat(store.auditHead().size()).isEqualTo(LEAVES + 1);
        }
    }

    @Test
    void stopsForGoodWhenTheDiskRefusesAndLosesNothingItPromised() throws IOException {
        Path inTheWay = folder.resolve("audit-head.new");
        long promised = 0;
        try (EligibilityStore store = StoreFixture.open(folder)) {
            Files.createDirectory(inTheWay); // the head cannot be written any more

            assertThat(store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-1"))))
                    .as("was durable before the head was due")
                    .isEqualTo(new CommitResult.Committed(0));
            promised = 1 + commitsUntilStopped(store);
            assertThatThrownBy(() ->
                            store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(BUDI, "s-2"))))
                    .isInstanceOf(StoreStoppedException.class);
            Files.delete(inTheWay);
            assertThat(store.writable())
                    .as("a disk that failed once is not believed again")
                    .isFalse();
        }

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThat(store.auditHead().size()).isEqualTo(promised);
            assertThat(store.findMember(SITI)).isPresent();
            assertThat(store.findMember(BUDI)).isEmpty();
        }
    }

    /** The head follows, so its refusal is noticed a little later. */
    private static long commitsUntilStopped(EligibilityStore store) {
        long commits = 0;
        try {
            while (store.commit(Transaction.auditing(event())) instanceof CommitResult.Committed) {
                commits++;
            }
        } catch (StoreStoppedException noticed) {
            return commits;
        }
        throw new AssertionError("a leaf alone is never refused");
    }

    @Test
    void refusesBooksThatAnotherProcessHolds() {
        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertRefused("stop the process that holds it");
            assertThat(store.writable()).isTrue();
        }
    }

    @Test
    void refusesBooksThatSomebodyElsesKeysWrote(@TempDir Path other) throws IOException {
        writeBooks();
        StoreFixture.keys(other);
        Files.copy(
                other.resolve("keys/records.tink.json"),
                folder.resolve("keys/records.tink.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);

        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThatThrownBy(() -> store.findMember(SITI))
                    .isInstanceOf(CorruptRecordException.class)
                    .hasMessageContaining("another key");
        }
    }

    private void writeBooks() {
        try (EligibilityStore store = StoreFixture.open(folder)) {
            store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-1")));
            store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(BUDI, "s-2")));
            for (int leaf = 2; leaf < LEAVES; leaf++) {
                store.commit(Transaction.auditing(event()));
            }
        }
    }

    private void assertRefused(String fault) {
        assertThatThrownBy(() -> StoreFixture.open(folder).close())
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining(fault);
    }

    private byte[] memberKey(Nid nid) {
        return StoreFixture.keys(folder).nidHasher().hash(nid, NidHasher.Use.STORE);
    }

    /** Replaces a record behind the store's back. */
    private void change(Table table, byte[] key, UnaryOperator<byte[]> damage) {
        try (Engine engine = RocksEngine.open(folder.resolve("db"), TABLES, false)) {
            Batch batch = new Batch();
            batch.set(
                    Batch.Place.of(table, key),
                    Optional.of(damage.apply(engine.get(table, key).orElseThrow())));
            engine.write(batch);
        } catch (IOException e) {
            throw new IllegalStateException("the test cannot damage the books", e);
        }
    }

    /** The store itself knows no way to delete. */
    private void deleteLeaf(long index) {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY));
        TABLES.forEach(table -> families.add(new ColumnFamilyDescriptor(StoreFixture.bytes(table.familyName()))));
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (DBOptions options = new DBOptions();
                RocksDB database = RocksDB.open(options, folder.resolve("db").toString(), families, handles)) {
            database.delete(handles.get(1 + TABLES.indexOf(Table.AUDIT)), Records.leafKey(index));
            handles.forEach(ColumnFamilyHandle::close);
        } catch (RocksDBException e) {
            throw new IllegalStateException("the test cannot damage the books", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static byte[] flipOneByte(byte[] record) {
        byte[] flipped = record.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }
}
