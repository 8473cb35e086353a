package id.sidik.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.Cosignature;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.tlog.AddCheckpoint;
import id.sidik.wire.tlog.TileFolder;
import id.sidik.wire.tlog.TiledTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-06-15T05:00:00Z");

    private final KeyPair logKeys = newKeys();
    private final VerifierKey log = new VerifierKey("sidik.test/audit", logKeys.getPublic());
    private final WitnessKey key = WitnessKey.generate("witness.test/w1");

    @TempDir
    private Path folder;

    private TileFolder tiles;
    private Witness witness;

    @BeforeEach
    void trustTheLog() throws IOException {
        new Memory(folder).begin(key);
        new Memory(folder).trust(log);
        tiles = grown("tiles", "entry ");
        witness = restarted();
    }

    @Test
    void cosignsALogThatOnlyGrows() {
        for (long[] step : new long[][] {{0, 1}, {1, 7}, {7, 8}, {8, 300}, {300, 300}}) {
            String note = note(tiles, step[1]);
            Verdict verdict = witness.judge(request(tiles, step[0], step[1]));

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Cosigned.class,
                            cosigned -> assertThat(Cosignature.find(note + cosigned.signatureLines(), key.verifier()))
                                    .contains(NOW));
        }
        assertThat(witness.latestNote(Memory.originHash(log.name())).orElseThrow())
                .startsWith(note(tiles, 300))
                .contains("\u2014 witness.test/w1 ");
    }

    @Test
    void remembersAcrossARestart() {
        witness.judge(request(tiles, 0, 8));
        witness = restarted();

        assertThat(witness.judge(request(tiles, 0, 13))).isEqualTo(new Verdict.OtherSize(8));
        assertThat(witness.judge(request(tiles, 8, 13))).isInstanceOf(Verdict.Cosigned.class);
    }

    @Test
    void refusesAForkAndKeepsItAsEvidence() throws IOException {
        TileFolder fork = grown("fork", "other entry ");
        witness.judge(request(tiles, 0, 8));

        assertThat(witness.judge(request(fork, 8, 13))).isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(request(fork, 8, 8))).isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(request(fork, 8, 8))).isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(request(tiles, 8, 9))).isInstanceOf(Verdict.Cosigned.class);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().matches(".*/evidence/[^/]+")))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readString(file)).startsWith("old 8\n"));
        }
    }

    @Test
    void refusesALogThatWasCutBack() {
        witness.judge(request(tiles, 0, 13));

        assertThat(witness.judge(request(tiles, 0, 8))).isEqualTo(new Verdict.OtherSize(13));
        assertThat(witness.judge(AddCheckpoint.of(13, List.of(), note(tiles, 8)).text()))
                .isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void refusesProofsThatDoNotHold() {
        witness.judge(request(tiles, 0, 7));
        List<byte[]> right = new TiledTree(tiles, 13).consistencyProof(7);

        assertThat(witness.judge(AddCheckpoint.of(7, List.of(), note(tiles, 13)).text()))
                .isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(
                        AddCheckpoint.of(7, right.reversed(), note(tiles, 13)).text()))
                .isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(AddCheckpoint.of(7, right, note(tiles, 14)).text()))
                .isInstanceOf(Verdict.Inconsistent.class);
    }

    @Test
    void refusesAnythingButNothingAsTheBeginning() {
        String proofFromNothing = AddCheckpoint.of(0, List.of(MerkleHash.leaf(new byte[0])), note(tiles, 8))
                .text();
        String emptyWithARoot = new Checkpoint(log.name(), 0, MerkleHash.text(MerkleHash.leaf(new byte[0])))
                .sign(logKeys.getPrivate(), log);

        assertThat(witness.judge(proofFromNothing)).isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(AddCheckpoint.of(0, List.of(), emptyWithARoot).text()))
                .isInstanceOf(Verdict.Inconsistent.class);
        assertThat(witness.judge(request(tiles, 0, 0))).isInstanceOf(Verdict.Cosigned.class);
    }

    @Test
    void refusesWhatTheLogDidNotSign() {
        String unsigned = request(tiles, 0, 8).replaceFirst("\\u2014 \\S+", "\u2014 somebody.else");
        String eight = note(tiles, 8);
        String nine = note(tiles, 9);
        String swapped = nine.substring(0, nine.indexOf("\n\n")) + eight.substring(eight.indexOf("\n\n"));
        String wrongBesideRight = nine + eight.substring(eight.indexOf("\u2014"));

        for (String note : List.of(swapped, wrongBesideRight)) {
            assertThat(witness.judge(AddCheckpoint.of(0, List.of(), note).text()))
                    .isInstanceOf(Verdict.NotSigned.class);
        }
        assertThat(witness.judge(unsigned)).isInstanceOf(Verdict.NotSigned.class);
        for (String body : List.of("", "old 1\n", "old x\n\n" + eight, "old 0\n\nnothing")) {
            assertThat(witness.judge(body)).as(body).isInstanceOf(Verdict.Malformed.class);
        }
    }

    @Test
    void cosignsOneOfManyForksThatComeAtOnce() throws IOException, InterruptedException, ExecutionException {
        List<TileFolder> forks = IntStream.range(0, 8)
                .mapToObj(i -> {
                    try {
                        return grown("fork-" + i, i + " entry ");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        List<Callable<Verdict>> races = forks.stream()
                .map(fork -> (Callable<Verdict>) () -> witness.judge(request(fork, 0, 8)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(races.size())) {
            int cosigned = 0;
            for (Future<Verdict> race : threads.invokeAll(races)) {
                cosigned += race.get() instanceof Verdict.Cosigned ? 1 : 0;
            }
            assertThat(cosigned).isEqualTo(1);
        }
    }

    @Test
    void speaksTheProtocol() throws IOException, InterruptedException {
        try (WitnessServer server = WitnessServer.start(new HostPort("127.0.0.1", 0), witness)) {
            HttpResponse<String> cosigned = post(server, request(tiles, 0, 8));
            assertThat(cosigned.statusCode()).isEqualTo(200);
            assertThat(Cosignature.find(note(tiles, 8) + cosigned.body(), key.verifier()))
                    .contains(NOW);

            HttpResponse<String> conflict = post(server, request(tiles, 0, 13));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("8\n");

            assertThat(post(server, "what?").statusCode()).isEqualTo(400);
            assertThat(post(server, request(tiles, 13, 13).replace("old 13", "old 14"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(post(server, request(tiles, 0, 8).replace("sidik.test/audit\n8", "other.test/audit\n8"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(server, request(tiles, 8, 13).replace("\u2014 sidik", "\u2014 nobody"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(
                                    server,
                                    AddCheckpoint.of(8, List.of(), note(tiles, 13))
                                            .text())
                            .statusCode())
                    .isEqualTo(422);
            assertThat(post(server, "x".repeat(1_000_000)).statusCode()).isIn(400, 413);

            assertThat(get(server, "/" + Memory.originHash(log.name()) + "/checkpoint")
                            .body())
                    .isEqualTo(note(tiles, 8) + cosigned.body());
            assertThat(get(server, "/" + Memory.originHash("other") + "/checkpoint")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(get(server, "/..%2f..%2fkey.txt/checkpoint").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void acceptsTheHeadsOfTheVectorsAndRefusesTheTamperedOnes() throws IOException {
        JsonObject vectors = JsonParser.parseString(Files.readString(
                        Path.of(System.getProperty("sidik.shared"), "specs", "crypto", "tlog-vectors.json")))
                .getAsJsonObject();
        JsonObject heads = vectors.getAsJsonObject("checkpoints");
        new Memory(folder).trust(VerifierKey.parse(vectors.get("vkey").getAsString()));
        List<String> proof = vectors.getAsJsonArray("consistency").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(vector ->
                        vector.get("old").getAsInt() == 8 && vector.get("new").getAsInt() == 13)
                .flatMap(vector -> vector.getAsJsonArray("proof").asList().stream())
                .map(JsonElement::getAsString)
                .toList();
        String eight = heads.get("8").getAsString();
        String thirteen = heads.get("13").getAsString();
        String swapped = thirteen.substring(0, thirteen.indexOf("\n\n")) + eight.substring(eight.indexOf("\n\n"));

        assertThat(witness.judge(new AddCheckpoint(0, List.of(), eight).text())).isInstanceOf(Verdict.Cosigned.class);
        assertThat(witness.judge(new AddCheckpoint(8, proof, swapped).text())).isInstanceOf(Verdict.NotSigned.class);
        assertThat(witness.judge(new AddCheckpoint(8, proof, thirteen).text())).isInstanceOf(Verdict.Cosigned.class);
        assertThat(witness.judge(new AddCheckpoint(13, List.of(), eight).text()))
                .isInstanceOf(Verdict.Malformed.class);
    }

    @Test
    void isMadeAndToldFromTheCommandLine() {
        Path own = folder.resolve("own");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        assertThat(run(out, err, "init", "--data", own.toString(), "--name", "witness.test/cli"))
                .isZero();
        VerifierKey made = VerifierKey.parse(out.toString());
        assertThat(made.kind()).isEqualTo(VerifierKey.Kind.COSIGNATURE);
        assertThat(run(out, err, "init", "--data", own.toString(), "--name", "again"))
                .isEqualTo(2);
        assertThat(run(out, err, "trust", "--data", own.toString(), log.text())).isZero();
        assertThat(run(out, err, "trust", "--data", own.toString(), made.text()))
                .isEqualTo(2);
        VerifierKey impostor = new VerifierKey(log.name(), newKeys().getPublic());
        assertThat(run(out, err, "trust", "--data", own.toString(), impostor.text()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("exists", "known under another key");
        assertThat(run(out, err, "show", "--data", own.toString())).isZero();
        assertThat(out.toString()).contains(made.text(), log.name() + "  no entries");
    }

    @Test
    void keepsItsKeyToItself() throws IOException {
        Set<String> rights = Files.getPosixFilePermissions(folder.resolve("key.txt")).stream()
                .map(Enum::name)
                .collect(Collectors.toSet());

        assertThat(rights).containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(new Memory(folder).key().toString()).isEqualTo(key.verifier().text());
        assertThatThrownBy(() -> new Memory(folder.resolve("none")).key()).hasMessageContaining("witness init");
    }

    private Witness restarted() {
        Memory memory = new Memory(folder);
        return new Witness(memory.key(), memory, () -> NOW);
    }

    private TileFolder grown(String name, String entries) throws IOException {
        TileFolder grown = TileFolder.open(folder.resolve("test").resolve(name), 0);
        for (int i = 0; i < 300; i++) {
            grown.append((entries + i).getBytes(UTF_8));
        }
        grown.sync();
        return grown;
    }

    private String note(TileFolder of, long size) {
        return new Checkpoint(log.name(), size, MerkleHash.text(new TiledTree(of, size).root()))
                .sign(logKeys.getPrivate(), log);
    }

    private String request(TileFolder of, long oldSize, long size) {
        return AddCheckpoint.of(oldSize, new TiledTree(of, size).consistencyProof(oldSize), note(of, size))
                .text();
    }

    private static HttpResponse<String> post(WitnessServer server, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(server, "/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(WitnessServer server, String path)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(server, path)).GET());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI address(WitnessServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static int run(StringWriter out, StringWriter err, String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
