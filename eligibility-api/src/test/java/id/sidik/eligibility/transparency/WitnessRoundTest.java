package id.sidik.eligibility.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.tlog.LogProof;
import id.sidik.wire.tlog.TrustPolicy;
import id.sidik.wire.tlog.WitnessedHead;
import id.sidik.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log and a real witness over HTTP. */
class WitnessRoundTest {
    private static final Instant NOW = Instant.parse("2026-06-15T05:00:00Z");
    private static final HostPort ANY = new HostPort("127.0.0.1", 0);

    @TempDir
    private Path folder;

    private HttpClient http;
    private KeyRing keys;
    private EligibilityStore store;
    private PublishedLog log;
    private String witnessKey;

    @BeforeEach
    void open() {
        http = HttpClient.newHttpClient();
        Path own = folder.resolve("gate");
        keys = KeyRing.openOrCreate(own, EligibilityStore.booksExist(own));
        store = EligibilityStore.open(own, keys, List.of());
        log = PublishedLog.open(own.resolve("log"), store, keys.checkpoints());
        witnessKey = witness("init", "--name", "witness.test/w1").strip();
        witness("trust", keys.checkpoints().verifierKey().text());
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
        http.close();
    }

    @Test
    void publishesHeadsWithCosignaturesThatProofsCarry() {
        try (WitnessServer server = WitnessServer.start(ANY, folder.resolve("witness"), () -> NOW)) {
            WitnessRound round = new WitnessRound(log, policy(server.port()), http);
            for (int events : new int[] {3, 10, 1}) {
                append(store, events);
                round.run();
                round.run(); // asks nobody again

                long last = store.auditHead().size() - 1;
                WitnessedHead head = LogProof.parse(log.proof(last).text())
                        .verify(
                                MerkleHash.leaf(
                                        store.readAudit(last, 1).getFirst().content()),
                                policy(1));
                assertThat(head.checkpoint()).isEqualTo(store.auditHead());
                assertThat(head.witnesses()).containsEntry("ministry", NOW);
                assertThat(round.words()).containsExactly("ministry: cosigned");
            }
        }
        WitnessedHead published = policy(1).verify(log.checkpoint());
        reopen();
        assertThat(policy(1).verify(log.checkpoint())).isEqualTo(published);
    }

    @Test
    void showsTheLastWitnessedHeadWhileTheWitnessIsAway() {
        int port;
        try (WitnessServer server = WitnessServer.start(ANY, folder.resolve("witness"), () -> NOW)) {
            port = server.port();
            append(store, 3);
            new WitnessRound(log, policy(port), http).run();
        }
        append(store, 2);
        WitnessRound round = new WitnessRound(log, policy(port), http);
        round.run();

        assertThat(round.words()).singleElement().asString().contains("does not answer");
        assertThat(policy(1).verify(log.checkpoint()).checkpoint().size()).isEqualTo(3);
        byte[] last = MerkleHash.leaf(store.readAudit(4, 1).getFirst().content());
        assertThat(log.proof(4)
                        .verify(last, TrustPolicy.of(keys.checkpoints().verifierKey()))
                        .checkpoint()
                        .size())
                .isEqualTo(5);
        assertThatThrownBy(() -> log.proof(4).verify(last, policy(1)))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("witnessed");
    }

    @Test
    void getsNoCosignatureForAnotherHistory() throws IOException {
        Path other = folder.resolve("other");
        try (Stream<Path> secrets = Files.list(folder.resolve("gate/keys"))) {
            Files.createDirectories(other.resolve("keys"));
            for (Path secret : secrets.toList()) {
                Files.copy(secret, other.resolve("keys").resolve(secret.getFileName()));
            }
        }
        try (WitnessServer server = WitnessServer.start(ANY, folder.resolve("witness"), () -> NOW);
                EligibilityStore rewritten = EligibilityStore.open(other, keys, List.of());
                PublishedLog fork = PublishedLog.open(other.resolve("log"), rewritten, keys.checkpoints())) {
            append(store, 5);
            new WitnessRound(log, policy(server.port()), http).run();

            append(rewritten, 3);
            WitnessRound shorter = new WitnessRound(fork, policy(server.port()), http);
            shorter.run();
            assertThat(shorter.words()).singleElement().asString().contains("has seen 5", "was it cut");

            rewritten.commit(Transaction.auditing(AuditEvent.of(AuditEventType.ACCESS_REFUSED, NOW, "operator")));
            append(rewritten, 3);
            WitnessRound longer = new WitnessRound(fork, policy(server.port()), http);
            longer.run();
            assertThat(longer.words()).singleElement().asString().contains("refused with 422");
            assertThatThrownBy(() -> policy(1).verify(fork.checkpoint())).isInstanceOf(ProofRefusedException.class);
        }
    }

    private TrustPolicy policy(int port) {
        return TrustPolicy.parse("log " + keys.checkpoints().verifierKey().text() + "\nwitness ministry " + witnessKey
                + " http://127.0.0.1:" + port + "\nquorum ministry\n");
    }

    private void reopen() {
        close();
        http = HttpClient.newHttpClient();
        store = EligibilityStore.open(folder.resolve("gate"), keys, List.of());
        log = PublishedLog.open(folder.resolve("gate/log"), store, keys.checkpoints());
    }

    private static void append(EligibilityStore books, int events) {
        for (int i = 0; i < events; i++) {
            var _ = books.commit(Transaction.auditing(AuditEvent.of(AuditEventType.MEMBER_READ, NOW, "operator")));
        }
    }

    private String witness(String... command) {
        StringWriter out = new StringWriter();
        String[] args = Stream.concat(
                        Stream.of(command),
                        Stream.of("--data", folder.resolve("witness").toString()))
                .toArray(String[]::new);
        assertThat(id.sidik.witness.Main.run(new PrintWriter(out, true), new PrintWriter(out, true), args))
                .as("%s", out)
                .isZero();
        return out.toString();
    }
}
