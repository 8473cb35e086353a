package id.sidik.eligibility.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.tlog.EntryBundle;
import id.sidik.wire.tlog.LogProof;
import id.sidik.wire.tlog.Tile;
import id.sidik.wire.tlog.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLogTest {
    private static final Instant NOW = Instant.parse("2026-06-15T05:00:00Z");

    @TempDir
    private Path folder;

    private KeyRing keys;
    private EligibilityStore store;
    private PublishedLog log;

    @BeforeEach
    void open() {
        keys = KeyRing.openOrCreate(folder, EligibilityStore.booksExist(folder));
        store = EligibilityStore.open(folder, keys, List.of());
        log = PublishedLog.open(tiles(), store, keys.checkpoints());
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    @Test
    void provesEachEventToWhoeverHasTheKey() {
        append(300);
        TrustPolicy policy = TrustPolicy.of(keys.checkpoints().verifierKey());
        for (int index : new int[] {0, 1, 255, 256, 299}) {
            LogProof proof = LogProof.parse(log.proof(index).text());
            byte[] event = Base64.getDecoder().decode(proof.extra().orElseThrow());

            assertThat(event).isEqualTo(store.readAudit(index, 1).getFirst().content());
            assertThat(proof.verify(MerkleHash.leaf(event), policy).checkpoint().size())
                    .isEqualTo(300);
            assertThatThrownBy(() -> proof.verify(MerkleHash.leaf(new byte[] {1}), policy))
                    .isInstanceOf(ProofRefusedException.class);
        }
    }

    @Test
    void showsTilesOfTheHeadThatItPublished() {
        append(300);
        Checkpoint head = log.catchUp();

        assertThat(head).isEqualTo(store.auditHead());
        assertThat(keys.checkpoints().open(log.checkpoint())).isEqualTo(head);
        List<byte[]> bundle = EntryBundle.split(log.tile(new Tile(Tile.ENTRIES, 1, 44)), 44);
        assertThat(bundle.get(43)).isEqualTo(store.readAudit(299, 1).getFirst().content());
    }

    @Test
    void completesItsTilesAfterACrash() throws IOException {
        append(200);
        var _ = log.catchUp();
        append(400); // these never reach the tiles
        reopen();
        assertComplete();

        log.close();
        Files.delete(tiles().resolve("published")); // as if nothing had ever been synced
        log = PublishedLog.open(tiles(), store, keys.checkpoints());
        assertComplete();
    }

    @Test
    void makesDamagedTilesAnewWhenSomebodyNeedsThem() throws IOException {
        append(600);
        var _ = log.catchUp();
        byte[] hashes = log.tile(new Tile(0, 0, 256));
        byte[] bundle = log.tile(new Tile(Tile.ENTRIES, 0, 256));
        Path hashFile = tiles().resolve("tile/0/000");
        Path bundleFile = tiles().resolve("tile/entries/000");

        damage(hashFile);
        assertThat(log.proof(3).index()).isEqualTo(3);
        assertThat(Files.readAllBytes(hashFile)).isEqualTo(hashes);
        Files.delete(hashFile);
        assertThat(log.proof(3).index()).isEqualTo(3);
        Files.delete(bundleFile);
        assertThat(log.tile(new Tile(Tile.ENTRIES, 0, 256))).isEqualTo(bundle);
        damage(bundleFile);
        log.checkTiles();
        assertThat(Files.readAllBytes(bundleFile)).isEqualTo(bundle);
    }

    @Test
    void findsAtStartWhatWasDamagedMeanwhile() throws IOException {
        append(600);
        var _ = log.catchUp();
        log.close();
        for (String file : List.of("growing/0", "growing/entries", "growing/1", "tile/0/001")) {
            damage(tiles().resolve(file));
        }
        log = PublishedLog.open(tiles(), store, keys.checkpoints());
        log.checkTiles();
        assertComplete();
    }

    @Test
    void refusesBooksThatDoNotGoOnFromWhatWasPublished() throws IOException {
        append(10);
        var _ = log.catchUp();
        log.close();
        Checkpoint longer =
                new Checkpoint(store.auditHead().origin(), 11, store.auditHead().root());
        Checkpoint other =
                new Checkpoint(store.auditHead().origin(), 5, store.auditHead().root());
        for (Checkpoint wrong : List.of(longer, other)) {
            Files.writeString(tiles().resolve("published"), keys.checkpoints().sign(wrong));
            assertThatThrownBy(() -> PublishedLog.open(tiles(), store, keys.checkpoints()))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("backup");
        }
        Files.writeString(tiles().resolve("published"), "what?\n\nno");
        assertThatThrownBy(() -> PublishedLog.open(tiles(), store, keys.checkpoints()))
                .isInstanceOf(LogRefusedException.class);
        Files.delete(tiles().resolve("published"));
        log = PublishedLog.open(tiles(), store, keys.checkpoints());
    }

    @Test
    void growsWhileItIsReadAndChecked() throws InterruptedException {
        append(300);
        var _ = log.catchUp();
        List<Callable<Void>> work = Stream.<Runnable>of(
                        () -> append(300),
                        () -> IntStream.range(0, 100).forEach(_ -> log.catchUp()),
                        () -> IntStream.range(0, 20).forEach(_ -> log.checkTiles()),
                        () -> IntStream.range(0, 300).forEach(log::proof))
                .<Callable<Void>>map(task -> () -> {
                    task.run();
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            assertThat(threads.invokeAll(work))
                    .allSatisfy(done -> assertThat(done.state().name()).isEqualTo("SUCCESS"));
        }
        assertComplete();
    }

    private void assertComplete() {
        Checkpoint head = log.catchUp();
        assertThat(head).isEqualTo(store.auditHead());
        TrustPolicy policy = TrustPolicy.of(keys.checkpoints().verifierKey());
        for (long index = 0; index < head.size(); index += 97) {
            assertThat(log.proof(index)
                            .verify(
                                    MerkleHash.leaf(
                                            store.readAudit(index, 1).getFirst().content()),
                                    policy)
                            .checkpoint())
                    .isEqualTo(head);
        }
    }

    private void append(int events) {
        try (ExecutorService counters = Executors.newFixedThreadPool(32)) {
            for (int i = 0; i < events; i++) {
                var _ = counters.submit(() ->
                        store.commit(Transaction.auditing(AuditEvent.of(AuditEventType.MEMBER_READ, NOW, "operator"))));
            }
        }
    }

    private void reopen() {
        close();
        open();
    }

    private Path tiles() {
        return folder.resolve("log");
    }

    private static void damage(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
            content[content.length / 2] ^= 1;
        }
        Files.write(file, content);
    }
}
