package id.sidik.benchmarks.killstorm;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real matcher in a process of its own, that can be killed without warning. */
final class MatcherChild implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Process process;
    private final HostPort address;

    private MatcherChild(Process process, HostPort address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Returns when the matcher serves.
     *
     * @param classPath that holds {@code id.sidik.matcher.Main}
     * @throws IllegalStateException when it ends, finds a fault, or does not serve in time
     */
    static MatcherChild start(Path data, String classPath) throws IOException, InterruptedException {
        File log = data.resolve("matcher.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "id.sidik.matcher.Main",
                        "--data",
                        data.toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("SIDIK_MATCHER_LISTEN", "127.0.0.1:0");
        builder.environment().put("SIDIK_MATCHER_GALLERY_REFERENCES_MAX", "1000000");
        Process process = builder.start();
        return new MatcherChild(process, addressOnceServing(process, data));
    }

    private static HostPort addressOnceServing(Process process, Path data) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < START_MAX.toNanos()) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the matcher ended with " + process.exitValue() + "; see matcher.log");
            }
            Optional<Map<String, String>> published =
                    RunFile.read(data, "matcher").filter(file -> isOf(process, file));
            if (published.isPresent()) {
                return HostPort.parse(published.get().getOrDefault("address", ""));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the matcher did not serve within " + START_MAX);
    }

    /** A killed process leaves its run file behind. */
    private static boolean isOf(Process process, Map<String, String> runFile) {
        return Long.toString(process.pid()).equals(runFile.get("pid"));
    }

    HostPort address() {
        return address;
    }

    /** SIGKILL: no hook runs, nothing is flushed. Returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
