package id.sidik.eligibility.store;

import static id.sidik.eligibility.store.StoreFixture.SITI;
import static id.sidik.eligibility.store.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.records.RecordKey;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedBooksTest {
    private static final int WRITERS = 16;
    private static final int COPIES = 5;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @TempDir
    private Path folder;

    @Test
    void copiesOneMomentOfEverythingWhileSixteenWrite() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong acknowledged = new AtomicLong();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        List<Path> copies = new ArrayList<>();
        List<Checkpoint> heads = new ArrayList<>();
        List<Long> acknowledgedBefore = new ArrayList<>();
        try (EligibilityStore store = StoreFixture.open(folder);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int counter = writer;
                ends.add(writers.submit(() -> {
                    try {
                        for (int number = 0; !enough.get(); number++) {
                            assertThat(store.commit(pairOfSlips(counter, number)))
                                    .isInstanceOf(CommitResult.Committed.class);
                            acknowledged.incrementAndGet();
                            writing.countDown();
                        }
                    } finally {
                        writing.countDown(); // also when it fails, so that nobody waits for it
                    }
                }));
            }
            writing.await();
            for (int copy = 0; copy < COPIES; copy++) {
                copies.add(Files.createDirectory(folder.resolve("copy-" + copy)));
                acknowledgedBefore.add(acknowledged.get());
                heads.add(store.copyTo(copies.getLast()));
            }
            enough.set(true);
            for (Future<?> end : ends) {
                end.get();
            }
            for (Checkpoint head : heads) {
                assertThat(treeOf(store, head.size()))
                        .as("the log that went on begins with the log that was copied")
                        .satisfies(tree -> assertThat(head.vouchesFor(tree)).isTrue());
            }
        }
        for (int copy = 0; copy < COPIES; copy++) {
            assertWhole(copies.get(copy), heads.get(copy), acknowledgedBefore.get(copy));
        }
    }

    /** The leaves up to the head, and exactly two slips for each of them. */
    private void assertWhole(Path copy, Checkpoint head, long acknowledgedBefore) throws IOException {
        copyKeys(copy);
        try (EligibilityStore restored = StoreFixture.open(copy)) {
            assertThat(restored.auditHead()).isEqualTo(head);
            assertThat(head.size()).isGreaterThanOrEqualTo(acknowledgedBefore);
            List<Slip> slips = restored.list(Slip.KIND, RecordKey.ANY, Integer.MAX_VALUE);
            assertThat(slips).hasSize((int) (2 * head.size()));
            for (Slip slip : slips) {
                Slip other = slip(slip.number() % 2 == 0 ? slip.number() + 1 : slip.number() - 1, slip.counter());
                assertThat(restored.find(Slip.KIND, Slip.KIND.key(other)))
                        .as("half a transaction")
                        .contains(other);
            }
            assertThat(restored.commit(Transaction.auditing(event())))
                    .isEqualTo(new CommitResult.Committed(head.size()));
        }
    }

    @Test
    void hasNoKeyInACopy() throws IOException {
        try (EligibilityStore store = StoreFixture.open(folder)) {
            Path copy = Files.createDirectory(folder.resolve("copy"));
            store.copyTo(copy);

            try (var files = Files.list(copy)) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("db", "audit-head");
            }
        }
    }

    @Test
    void goesOnWhenACopyCannotBeMade() {
        try (EligibilityStore store = StoreFixture.open(folder)) {
            assertThatThrownBy(() -> store.copyTo(folder.resolve("nowhere"))).isInstanceOf(UncheckedIOException.class);
            assertThat(store.commit(Transaction.auditing(event()))).isEqualTo(new CommitResult.Committed(0));
        }
    }

    private static Transaction pairOfSlips(int counter, int number) {
        String name = "counter-" + counter;
        int first = 2 * (number * WRITERS + counter);
        return Transaction.auditing(event())
                .adding(Slip.KIND, slip(first, name))
                .adding(Slip.KIND, slip(first + 1, name));
    }

    private static Slip slip(int number, String counter) {
        return new Slip(SITI, DAY, number, counter);
    }

    private static MerkleFrontier treeOf(EligibilityStore store, long leaves) {
        MerkleFrontier tree = new MerkleFrontier();
        while (tree.size() < leaves) {
            int page = (int) Math.min(EligibilityStore.AUDIT_PAGE_MAX, leaves - tree.size());
            store.readAudit(tree.size(), page).forEach(leaf -> tree.append(MerkleHash.leaf(leaf.content())));
        }
        return tree;
    }

    private void copyKeys(Path copy) throws IOException {
        Path keys = Files.createDirectory(copy.resolve("keys"));
        try (var files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
