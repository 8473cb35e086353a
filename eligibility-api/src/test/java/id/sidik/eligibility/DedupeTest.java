package id.sidik.eligibility;

import static id.sidik.eligibility.Appliance.print;
import static id.sidik.eligibility.Appliance.registration;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.console.Main;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import io.grpc.ManagedChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sidik dedupe}, from the console over the gate to a matcher that is killed in the middle. */
class DedupeTest {
    /** One subject a batch, and long rests: whoever reads along can kill it between two of them. */
    private static final String SLOWLY = "  dedupe-batch: 1\n  dedupe-busy-percent-max: 3\n";

    private static final String AT_ONCE = "  dedupe-batch: 1\n  dedupe-busy-percent-max: 100\n";
    private static final int NO = 1;
    private static final int BAD_INPUT = 2;
    private static final int UNREACHABLE = 3;

    @TempDir
    private Path data;

    @Test
    void aMatcherKilledInTheMiddleLosesAndDoublesNoPair() throws Exception {
        Path pairs = data.resolve("pairs.ndjson");
        try (Appliance appliance = Appliance.startWithoutMatcher(data)) {
            configure(SLOWLY);
            appliance.startMatcher();
            var _ = appliance
                    .as(Role.BRIDGE)
                    .registerMember(registration("register-siti", "3174015708850003", "Siti", print(101, 1)));
            enrolPastTheGate(appliance, "twin-of-siti", print(101, 2));
            enrolPastTheGate(appliance, "first-twin", print(103, 1));
            enrolPastTheGate(appliance, "second-twin", print(103, 2));

            runUntilItHasDoneTwo(appliance, pairs);
            assertThat(run("--out=" + pairs)).as("the file is there").isEqualTo(BAD_INPUT);
            configure(AT_ONCE);
            appliance.startMatcher();

            assertThat(run("--out=" + pairs, "--resume")).isEqualTo(NO);
        }
        List<JsonObject> lines = Files.readAllLines(pairs).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(lines.getFirst().has("jobId")).isTrue();
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.get("number").getAsInt())
                .containsExactly(1, 2);
        assertThat(Files.readString(pairs)).contains("3174********0003").doesNotContain("3174015708850003", "Siti");
    }

    private void runUntilItHasDoneTwo(Appliance appliance, Path pairs)
            throws IOException, InterruptedException, ExecutionException {
        try (PipedReader progress = new PipedReader();
                BufferedReader lines = new BufferedReader(progress);
                Writer err = new PipedWriter(progress);
                ExecutorService person = Executors.newSingleThreadExecutor()) {
            Future<Integer> code = person.submit(() -> Main.run(
                    new PrintWriter(new StringWriter()), new PrintWriter(err, true), command("--out=" + pairs)));
            String line = lines.readLine();
            while (!line.startsWith("2 of 4")) {
                line = lines.readLine();
            }
            assertThat(line).contains("left");
            appliance.killMatcher();
            assertThat(code.get()).isEqualTo(UNREACHABLE);
        }
    }

    private int run(String... options) {
        StringWriter out = new StringWriter();
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), command(options));
    }

    private String[] command(String... options) {
        return Stream.concat(Stream.of("dedupe", "--data", data.toString()), Stream.of(options))
                .toArray(String[]::new);
    }

    private void enrolPastTheGate(Appliance appliance, String subjectId, Sample print) {
        ManagedChannel channel = Channels.open(
                RunFile.addressOf(data, "matcher").orElseThrow(),
                appliance.material(Role.ELIGIBILITY),
                Role.MATCHER,
                Duration.ofSeconds(30));
        try {
            assertThat(MatcherServiceGrpc.newBlockingStub(channel)
                            .enrol(EnrolRequest.newBuilder()
                                    .setIdempotencyKey("enrol-" + subjectId)
                                    .setSubjectId(subjectId)
                                    .setDuplicateSearch(DuplicateSearch.SKIP)
                                    .addSamples(print)
                                    .build())
                            .hasEnrolled())
                    .isTrue();
        } finally {
            channel.shutdownNow();
        }
    }

    private void configure(String pace) throws IOException {
        Files.writeString(
                data.resolve("test.yaml"),
                "matcher:\n  listen: 127.0.0.1:0\n  partitions: 4\n"
                        + pace
                        + "eligibility:\n  listen: 127.0.0.1:0\n  rest-listen: 127.0.0.1:0\n");
    }
}
