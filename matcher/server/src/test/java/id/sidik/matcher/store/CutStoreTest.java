package id.sidik.matcher.store;

import static id.sidik.matcher.store.StoreFixture.add;
import static id.sidik.matcher.store.StoreFixture.reference;
import static id.sidik.matcher.store.StoreFixture.scanAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose newest part is gone is still sound in itself: only its head can tell. */
class CutStoreTest {
    @TempDir
    private Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void storeTwoPeopleInTwoStarts() {
        fixture = new StoreFixture(folder);
        for (String person : List.of("anna", "budi")) {
            try (ReferenceStore store = fixture.open()) {
                add(store, reference(person, 0));
            }
        }
    }

    @Test
    void opensWhole() {
        assertOpensWithBoth();
    }

    @Test
    void missesTheEndOfItsLog() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(newestLog().toFile(), "rw")) {
            log.setLength(log.length() - 100);
        }
        assertBatchesMissing();
    }

    @Test
    void missesItsLog() throws IOException {
        Files.delete(newestLog());
        assertBatchesMissing();
    }

    @Test
    void noticesAnOlderCopyInItsPlace() throws IOException {
        Path copy = folder.resolve("copy");
        copyFiles(fixture.databaseFolder(), copy);
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("citra", 0));
        }
        copyFiles(copy, fixture.databaseFolder());
        assertBatchesMissing();
    }

    @Test
    void opensWhenItEndedBetweenTheLogAndTheHead() throws IOException {
        byte[] headBefore = Files.readAllBytes(fixture.headFile());
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("citra", 0));
        }
        Files.write(fixture.headFile(), headBefore);
        try (ReferenceStore store = fixture.open()) {
            assertThat(scanAll(store)).hasSize(3);
        }
    }

    @Test
    void opensWithOneTornSlotButNotWithTwo() throws IOException {
        flipByte(3);
        assertOpensWithBoth();
        flipByte(15);
        assertThatThrownBy(fixture::open)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("both slots");
    }

    @Test
    void refusesToOpenWithoutItsHead() throws IOException {
        Files.delete(fixture.headFile());
        assertThatThrownBy(fixture::open)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("restore it together with the store");
        assertThat(fixture.headFile()).doesNotExist();
    }

    private void assertOpensWithBoth() {
        try (ReferenceStore store = fixture.open()) {
            assertThat(scanAll(store)).hasSize(2);
        }
    }

    private void assertBatchesMissing() {
        assertThatThrownBy(fixture::open)
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("its last 1 batches are missing");
    }

    private Path newestLog() throws IOException {
        try (Stream<Path> files = Files.list(fixture.databaseFolder())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Makes {@code to} hold just the files of {@code from}. */
    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : filesOf(to)) {
            Files.delete(old);
        }
        for (Path file : filesOf(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void flipByte(int position) throws IOException {
        byte[] head = Files.readAllBytes(fixture.headFile());
        head[position] ^= 1;
        Files.write(fixture.headFile(), head);
    }
}
