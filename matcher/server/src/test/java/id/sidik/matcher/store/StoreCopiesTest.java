package id.sidik.matcher.store;

import static id.sidik.matcher.store.StoreFixture.add;
import static id.sidik.matcher.store.StoreFixture.reference;
import static id.sidik.matcher.store.StoreFixture.scanAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCopiesTest {
    private static final String FIRST = "0".repeat(32);
    private static final String SECOND = "1".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void copiesWhatWasAcknowledgedWhileOthersEnrol() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger acknowledged = new AtomicInteger();
        CountDownLatch writing = new CountDownLatch(10);
        int acknowledgedBefore;
        try (ReferenceStore store = new StoreFixture(folder).open();
                ExecutorService enrolling = Executors.newSingleThreadExecutor()) {
            Future<?> end = enrolling.submit(() -> {
                while (!enough.get()) {
                    add(store, reference("person-" + acknowledged.get(), 0));
                    acknowledged.incrementAndGet();
                    writing.countDown();
                }
            });
            writing.await();
            acknowledgedBefore = acknowledged.get();
            new StoreCopies(store, folder.resolve("copies")).take(FIRST);
            enough.set(true);
            end.get();
        }

        try (ReferenceStore restored = restored(FIRST)) {
            List<StoredReference> references = scanAll(restored);
            assertThat(references).hasSizeBetween(acknowledgedBefore, acknowledged.get());
            add(restored, reference("after", 0));
        }
    }

    @Test
    void keepsOneCopyAndNoKeyInIt() throws IOException {
        try (ReferenceStore store = new StoreFixture(folder).open()) {
            add(store, reference("anna", 0));
            StoreCopies copies = new StoreCopies(store, folder.resolve("copies"));

            assertThat(copies.take(FIRST)).isEqualTo(1);
            assertThat(copies.take(SECOND)).isEqualTo(1);

            assertThat(namesIn(folder.resolve("copies"))).containsExactly(SECOND);
            assertThat(namesIn(folder.resolve("copies").resolve(SECOND))).containsExactly("db", "head");
        }
    }

    @Test
    void takesNoNameThatCouldLeadElsewhere() {
        try (ReferenceStore store = new StoreFixture(folder).open()) {
            StoreCopies copies = new StoreCopies(store, folder.resolve("copies"));

            assertThatThrownBy(() -> copies.take("../" + FIRST)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Beside its key, as a restore puts it. */
    private ReferenceStore restored(String id) throws IOException {
        Path home = Files.createDirectory(folder.resolve("restored"));
        Path copy = folder.resolve("copies").resolve(id);
        Files.move(copy.resolve("db"), home.resolve("db"));
        Files.move(copy.resolve("head"), home.resolve("head"));
        Files.move(folder.resolve("keys"), home.resolve("keys"));
        return new StoreFixture(home).open();
    }

    private static List<String> namesIn(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
