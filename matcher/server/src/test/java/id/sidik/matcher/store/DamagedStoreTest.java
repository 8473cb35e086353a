package id.sidik.matcher.store;

import static id.sidik.matcher.store.StoreFixture.ENROLLED_AT;
import static id.sidik.matcher.store.StoreFixture.add;
import static id.sidik.matcher.store.StoreFixture.partitionOf;
import static id.sidik.matcher.store.StoreFixture.reference;
import static id.sidik.matcher.store.StoreFixture.remove;
import static id.sidik.matcher.store.StoreFixture.scanAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.KeyUnusableException;
import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class DamagedStoreTest {
    @TempDir
    private Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void storeThreePeople() {
        fixture = new StoreFixture(folder);
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0));
            add(store, reference("budi", 0));
            add(store, reference("citra", 0));
        }
    }

    @Test
    void refusesEachFlippedByteOfARecordAndNamesIt() throws RocksDBException {
        byte[] key = reference("budi", 0).key().bytes();
        byte[] sound = valueOf(key);
        for (int position = 0; position < sound.length; position++) {
            byte[] damaged = sound.clone();
            damaged[position] ^= 0x10;
            assertThatThrownBy(() -> ReferenceLayout.decode(key, damaged, sealOfNobody()))
                    .as("byte " + position)
                    .isInstanceOfSatisfying(
                            CorruptStoreException.class,
                            e -> assertThat(e.record())
                                    .isEqualTo("references/" + partitionOf("budi") + "/budi/RIGHT_INDEX/0"));
        }
    }

    @Test
    void refusesAScanOverADamagedRecordAndNamesIt() {
        for (int record = 0; record < 3; record++) {
            int last = StoreDamage.recordBytes(fixture.databaseFolder(), record) - 1;
            for (int position : new int[] {0, 4, 8, 9, last / 2, last - 4, last}) {
                String name = StoreDamage.flipBit(fixture.databaseFolder(), record, position, position % 8);
                assertThatThrownBy(this::openAndScan)
                        .as(name + ", byte " + position)
                        .isInstanceOfSatisfying(
                                CorruptStoreException.class,
                                e -> assertThat(e.record()).isEqualTo(name));
                StoreDamage.flipBit(fixture.databaseFolder(), record, position, position % 8);
            }
        }
        openAndScan();
    }

    @Test
    void refusesRecordsThatChangedPlaces() throws RocksDBException {
        byte[] anna = reference("anna", 0).key().bytes();
        byte[] budi = reference("budi", 0).key().bytes();
        try (Database raw = fixture.openRaw()) {
            byte[] annasRecord = raw.rocks().get(raw.references(), anna);
            raw.rocks().put(raw.references(), anna, raw.rocks().get(raw.references(), budi));
            raw.rocks().put(raw.references(), budi, annasRecord);
        }
        assertThatThrownBy(this::openAndScan)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("seal does not open");
    }

    @Test
    void missesADeletedRecord() throws RocksDBException {
        try (Database raw = fixture.openRaw()) {
            raw.rocks().delete(raw.references(), reference("citra", 0).key().bytes());
        }
        assertThatThrownBy(this::openAndScan)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("partition " + partitionOf("citra"))
                .hasMessageContaining("were acknowledged");
    }

    @Test
    void noticesARecordThatCameBack() throws RocksDBException {
        byte[] key = reference("citra", 0).key().bytes();
        byte[] record = valueOf(key);
        try (ReferenceStore store = fixture.open()) {
            remove(store, "citra");
        }
        try (Database raw = fixture.openRaw()) {
            raw.rocks().put(raw.references(), key, record);
        }
        assertThatThrownBy(this::openAndScan).isInstanceOf(CorruptStoreException.class);
    }

    @Test
    void noticesAnOlderRecordInPlaceOfANewerOne() throws RocksDBException {
        byte[] key = reference("citra", 0).key().bytes();
        byte[] older = valueOf(key);
        try (ReferenceStore store = fixture.open()) {
            remove(store, "citra");
            StoredReference again = new StoredReference(
                    reference("citra", 0).key(),
                    reference("citra", 0).template(),
                    reference("citra", 0).quality(),
                    ENROLLED_AT.plusSeconds(60));
            add(store, again);
        }
        try (Database raw = fixture.openRaw()) {
            raw.rocks().put(raw.references(), key, older);
        }
        assertThatThrownBy(this::openAndScan)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("xor differs");
    }

    @Test
    void refusesADamagedSumAndADamagedAnswer() throws RocksDBException {
        byte[] sum = PartitionSumLayout.key(partitionOf("anna"));
        try (Database raw = fixture.openRaw()) {
            byte[] answer = raw.rocks().get(raw.answers(), AnswerLayout.key("add-of-anna"));
            answer[12] ^= 1;
            raw.rocks().put(raw.answers(), AnswerLayout.key("add-of-anna"), answer);
        }
        try (ReferenceStore store = fixture.open()) {
            assertThatThrownBy(() -> store.answerTo("add-of-anna")).hasMessageContaining("answers/add-of-anna");
            assertThatThrownBy(() -> store.forgetAnswersOlderThanKept(ENROLLED_AT))
                    .isInstanceOf(CorruptStoreException.class);
        }
        try (Database raw = fixture.openRaw()) {
            byte[] value = raw.rocks().get(raw.meta(), sum);
            value[16] ^= 1;
            raw.rocks().put(raw.meta(), sum, value);
        }
        assertThatThrownBy(fixture::open)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("partition " + partitionOf("anna") + "'s sum");
    }

    @Test
    void refusesAByteFlippedInRocksDbsOwnFiles() throws IOException {
        for (String ending : List.of(".sst", ".log")) {
            for (Path file : files(ending)) {
                flipMiddleByte(file);
                assertThatThrownBy(this::openAndScan)
                        .as(file.getFileName().toString())
                        .isInstanceOf(CorruptStoreException.class);
                flipMiddleByte(file);
            }
        }
        openAndScan();
    }

    @Test
    void missesADeletedLogOrTable() throws IOException {
        for (String ending : List.of(".sst", ".log")) {
            for (Path file : files(ending)) {
                Path aside = folder.resolve("aside");
                Files.move(file, aside);
                assertThatThrownBy(this::openAndScan)
                        .as(file.getFileName().toString())
                        .isInstanceOfAny(CorruptStoreException.class, StoreRefusedException.class);
                Files.move(aside, file);
            }
        }
        openAndScan();
    }

    @Test
    void refusesToStartWithoutItsKeyAndMakesNoOther() throws IOException {
        Files.delete(fixture.keyFile());
        refused(fixture::open, "is gone", "Restore the key from its backup");
        assertThat(fixture.keyFile()).doesNotExist();
    }

    @Test
    void refusesToStartWithAnotherKey() throws IOException {
        StoreFixture other = new StoreFixture(folder.resolve("other"));
        other.open().close();
        Files.copy(fixture.keyFile(), folder.resolve("right"));
        Files.delete(fixture.keyFile());
        Files.copy(other.keyFile(), fixture.keyFile());
        refused(fixture::open, "is not the one that the store");
        Files.delete(fixture.keyFile());
        Files.copy(folder.resolve("right"), fixture.keyFile());
        openAndScan();
    }

    @Test
    void refusesADamagedKeyWithoutShowingIt() throws IOException {
        String json = Files.readString(fixture.keyFile());
        Files.writeString(fixture.keyFile(), json.replace("{", "["));
        assertThatThrownBy(fixture::open)
                .isInstanceOf(KeyUnusableException.class)
                .hasMessageContaining("restore it from its backup")
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void refusesAKeyThatIsOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(fixture.keyFile(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(fixture::open)
                .isInstanceOf(KeyUnusableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void keepsTheKeyToItsOwner() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.keyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(fixture.keyFile().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesToBeginAgainBesideAKeyWhoseStoreIsGone() throws IOException {
        for (Path file : files("")) {
            Files.delete(file);
        }
        refused(fixture::open, "its store is gone", "Restore the store");
    }

    @Test
    void finishesAFirstStartThatWasCutOffBeforeTheKeyWasInPlace() throws IOException {
        Files.move(fixture.keyFile(), fixture.keyFile().resolveSibling("records.json.draft"));
        openAndScan();
        assertThat(fixture.keyFile()).exists();
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        refused(() -> fixture.open(8), "has 4 partitions and the configuration says 8", "set matcher.partitions to 4");
    }

    private void refused(ThrowingCallable opening, String... messageParts) {
        assertThatThrownBy(opening).isInstanceOf(StoreRefusedException.class).hasMessageContainingAll(messageParts);
    }

    private void openAndScan() {
        try (ReferenceStore store = fixture.open()) {
            assertThat(scanAll(store)).hasSize(3);
        }
    }

    /** Any seal: damage must be found before it is asked, or by it. */
    private RecordSeal sealOfNobody() {
        return new KeyFile(folder.resolve("nobody")).createDraft();
    }

    private byte[] valueOf(byte[] key) throws RocksDBException {
        try (Database raw = fixture.openRaw()) {
            return raw.rocks().get(raw.references(), key);
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(fixture.databaseFolder())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
        }
    }

    private static void flipMiddleByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
