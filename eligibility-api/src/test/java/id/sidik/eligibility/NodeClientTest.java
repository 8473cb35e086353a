package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ordinary gRPC client of another language does what ours do, with nothing but the .proto files and a certificate. */
class NodeClientTest {
    private static final Path CLIENT = Path.of("src/test/node");
    private static final Path PROTO = Path.of("../proto/contracts/src/main/proto");
    private static final int INSTALL_MINUTES_MAX = 5;
    private static final int CLIENT_MINUTES_MAX = 3;

    @Test
    void servesAClientInNode(@TempDir Path data) throws Exception {
        installClient();
        try (Appliance appliance = Appliance.start(data)) {
            String output = run(
                    CLIENT_MINUTES_MAX,
                    List.of(
                            "node",
                            "client.mjs",
                            "localhost:" + appliance.address().port(),
                            PROTO.toAbsolutePath().normalize().toString(),
                            appliance.trust().toString(),
                            Appliance.printFolder().toAbsolutePath().toString()));
            assertThat(output.lines())
                    .contains("ok register", "ok verify", "ok refuse", "ok identify", "ok withdraw", "ok gone")
                    .contains("ok rich error", "ok another role refused", "ok no certificate refused");
        }
    }

    private static void installClient() throws Exception {
        if (!Files.isDirectory(CLIENT.resolve("node_modules"))) {
            run(INSTALL_MINUTES_MAX, List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"));
        }
    }

    private static String run(int minutesMax, List<String> command) throws Exception {
        Path log = Files.createTempFile("node-client", ".log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(CLIENT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "This test needs Node.js: install node (20 or later) and npm, for example with apt-get install nodejs npm",
                    e);
        }
        boolean ended = process.waitFor(minutesMax, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        assertThat(ended && process.exitValue() == 0)
                .as("%s ended well; it said:%n%s", command.getFirst(), output)
                .isTrue();
        return output;
    }
}
