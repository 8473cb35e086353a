package id.sidik.matcher.store;

import static id.sidik.matcher.store.StoreFixture.ENROLLED_AT;
import static id.sidik.matcher.store.StoreFixture.add;
import static id.sidik.matcher.store.StoreFixture.answer;
import static id.sidik.matcher.store.StoreFixture.commit;
import static id.sidik.matcher.store.StoreFixture.partitionOf;
import static id.sidik.matcher.store.StoreFixture.reference;
import static id.sidik.matcher.store.StoreFixture.remove;
import static id.sidik.matcher.store.StoreFixture.scanAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.engine.template.TemplateAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class ReferenceStoreTest {
    @TempDir
    private Path folder;

    @Test
    void deliversAfterAReopenWhatItAcknowledged() {
        StoreFixture fixture = new StoreFixture(folder);
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0), reference("anna", 1));
            add(store, reference("budi", 0));
        }
        try (ReferenceStore store = fixture.open()) {
            List<StoredReference> found = scanAll(store);
            assertThat(found)
                    .extracting(reference -> reference.key().recordName())
                    .containsExactlyInAnyOrder(
                            "references/" + partitionOf("anna") + "/anna/RIGHT_INDEX/0",
                            "references/" + partitionOf("anna") + "/anna/RIGHT_INDEX/1",
                            "references/" + partitionOf("budi") + "/budi/RIGHT_INDEX/0");
            assertThat(found).allSatisfy(reference -> {
                assertThat(reference.enrolledAt()).isEqualTo(ENROLLED_AT);
                assertThat(reference.quality()).isEqualTo(reference("x", 0).quality());
                assertThat(reference.template().bytes(TemplateAccess.get()))
                        .isEqualTo(reference("x", 0).template().bytes(TemplateAccess.get()));
            });
            assertThat(store.references()).isEqualTo(3);
        }
    }

    @Test
    void forgetsWhoWasRemovedAlsoAfterAReopen() {
        StoreFixture fixture = new StoreFixture(folder);
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0));
            add(store, reference("budi", 0));
            remove(store, "anna");
            assertThat(store.keysOf(partitionOf("anna"), "anna")).isEmpty();
        }
        try (ReferenceStore store = fixture.open()) {
            assertThat(scanAll(store))
                    .extracting(reference -> reference.key().subjectId())
                    .containsExactly("budi");
        }
    }

    @Test
    void refusesAChangeThatDoesNotFitAndTakesTheNext() {
        try (ReferenceStore store = new StoreFixture(folder).open()) {
            add(store, reference("anna", 0));
            assertThatThrownBy(() -> add(store, reference("anna", 1), reference("anna", 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is stored already");
            StoreChange removalOfNobody = new StoreChange(
                    List.of(), List.of(reference("zara", 0).key()), answer("removal-of-zara", ENROLLED_AT));
            assertThatThrownBy(() -> commit(store, removalOfNobody)).hasMessageContaining("is not stored");
            add(store, reference("budi", 0));
            assertThat(scanAll(store)).hasSize(2);
        }
    }

    @Test
    void writesAllThatWaitsBeforeItCloses() {
        StoreFixture fixture = new StoreFixture(folder);
        List<CompletableFuture<Void>> waiting;
        try (ReferenceStore store = fixture.open()) {
            waiting = IntStream.range(0, 50)
                    .mapToObj(i -> store.commit(new StoreChange(
                            List.of(reference("s" + i, 0)), List.of(), answer("key-of-" + i + "-xx", ENROLLED_AT))))
                    .toList();
        }
        assertThat(waiting).allSatisfy(future -> assertThat(future).isCompleted());
        try (ReferenceStore store = fixture.open()) {
            assertThat(scanAll(store)).hasSize(50);
        }
    }

    @Test
    void turnsWritersAwayWhenTooManyWait() {
        try (ReferenceStore store = new StoreFixture(folder).open()) {
            assertThatThrownBy(() -> IntStream.range(0, 1_000_000)
                            .mapToObj(i -> store.commit(
                                    new StoreChange(List.of(), List.of(), answer("key-of-" + i + "-xx", ENROLLED_AT))))
                            .forEach(future -> assertThat(future).isNotCancelled()))
                    .isInstanceOf(StoreOverloadedException.class)
                    .hasMessageContaining("100 writes");
        }
    }

    @Test
    void takesNoNewReferencesIntoItsReserveButRemovesSome() {
        StoreFixture fixture = new StoreFixture(folder);
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0));
        }
        try (ReferenceStore store = fixture.open(4, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> add(store, reference("budi", 0))).isInstanceOf(DiskFullException.class);
            remove(store, "anna");
            assertThat(scanAll(store)).isEmpty();
        }
    }

    @Test
    void remembersAnswersUntilTheirTime() {
        StoreFixture fixture = new StoreFixture(folder);
        try (ReferenceStore store = fixture.open()) {
            commit(store, new StoreChange(List.of(), List.of(), answer("old-answer", ENROLLED_AT)));
            commit(
                    store,
                    new StoreChange(List.of(), List.of(), answer("new-answer", ENROLLED_AT.plus(Duration.ofDays(1)))));
        }
        try (ReferenceStore store = fixture.open()) {
            assertThat(store.answerTo("old-answer")).isPresent();
            assertThat(store.answerTo("never-asked")).isEmpty();
            assertThat(store.forgetAnswersOlderThanKept(
                            ENROLLED_AT.plus(Duration.ofDays(7)).plusSeconds(1)))
                    .isEqualTo(1);
            assertThat(store.answerTo("old-answer")).isEmpty();
            assertThat(store.answerTo("new-answer")).hasValueSatisfying(answer -> {
                assertThat(answer.response())
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("answer to new-answer");
                assertThat(answer.request())
                        .isEqualTo(answer("new-answer", ENROLLED_AT).request());
            });
        }
    }

    @Test
    void eraseLeavesNoByteOfAWithdrawnRecordOnTheDisk() throws RocksDBException {
        StoreFixture fixture = new StoreFixture(folder);
        byte[] key = reference("anna", 0).key().bytes();
        byte[] record;
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0));
            add(store, reference("budi", 0));
        }
        try (Database raw = fixture.openRaw()) {
            record = raw.rocks().get(raw.references(), key);
        }
        assertThat(filesHolding(record)).as("before").isNotEmpty();
        try (ReferenceStore store = fixture.open()) {
            remove(store, "anna");
            store.eraseWithdrawn();
            assertThat(scanAll(store)).hasSize(1);
        }
        assertThat(filesHolding(record)).as("after").isEmpty();
    }

    @Test
    void finishesAfterAReopenAnErasureThatWasCutOff() throws RocksDBException {
        StoreFixture fixture = new StoreFixture(folder);
        byte[] record;
        try (ReferenceStore store = fixture.open()) {
            add(store, reference("anna", 0));
        }
        try (Database raw = fixture.openRaw()) {
            record =
                    raw.rocks().get(raw.references(), reference("anna", 0).key().bytes());
        }
        try (ReferenceStore store = fixture.open()) {
            remove(store, "anna");
        }
        try (ReferenceStore store = fixture.open()) {
            store.eraseWithdrawn();
        }
        assertThat(filesHolding(record)).isEmpty();
    }

    /** Files with the sealed part of the record; 32 bytes of it never occur by chance. */
    private List<Path> filesHolding(byte[] record) {
        String needle = new String(record, 40, 32, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("native")))
                    .filter(file -> latin1(file).contains(needle))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin1(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
