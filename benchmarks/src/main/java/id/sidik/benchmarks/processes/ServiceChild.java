package id.sidik.benchmarks.processes;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real service in a process of its own, that can be killed without warning. */
public final class ServiceChild implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(2);
    /** A virtual machine that keeps what it learned about a start writes it at the end. */
    private static final Duration STOP_MAX = Duration.ofMinutes(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Process process;
    private final HostPort address;

    private ServiceChild(Process process, HostPort address) {
        this.process = process;
        this.address = address;
    }

    /** Which one. */
    public enum Service {
        MATCHER("matcher", "id.sidik.matcher.Main"),
        ELIGIBILITY("eligibility", "id.sidik.eligibility.Main"),
        BRIDGE("bridge", "id.sidik.bridge.Main");

        private final String processName;
        private final String mainClass;

        Service(String processName, String mainClass) {
            this.processName = processName;
            this.mainClass = mainClass;
        }
    }

    /**
     * Returns when the service serves.
     *
     * @param data its folder; what it says goes into {@code <service>.log} there
     * @param classPath that holds its main class
     * @param jvmOptions beside those that it never goes without
     * @param environment its settings, {@code SIDIK_...}
     * @throws IllegalStateException when it ends, finds a fault, or does not serve in time
     */
    public static ServiceChild start(
            Service service, Path data, String classPath, List<String> jvmOptions, Map<String, String> environment)
            throws IOException, InterruptedException {
        File log = data.resolve(service.processName + ".log").toFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                service.mainClass,
                "--data",
                data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ServiceChild(process, addressOnceServing(service, process, data));
    }

    private static HostPort addressOnceServing(Service service, Process process, Path data)
            throws InterruptedException {
        String name = service.processName;
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < START_MAX.toNanos()) {
            if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "the " + name + " ended with " + process.exitValue() + "; see " + name + ".log in " + data);
            }
            Optional<Map<String, String>> published = RunFile.read(data, name).filter(file -> isOf(process, file));
            if (published.isPresent()) {
                return HostPort.parse(published.get().getOrDefault("address", ""));
            }
        }
        process.destroyForcibly().onExit().join();
        throw new IllegalStateException("the " + name + " did not serve within " + START_MAX);
    }

    /** A killed process leaves its run file behind. */
    private static boolean isOf(Process process, Map<String, String> runFile) {
        return Long.toString(process.pid()).equals(runFile.get("pid"));
    }

    public HostPort address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for its end, so long at most; whether it came. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time);
    }

    /**
     * Asks it to end, and waits until it has.
     *
     * @throws IllegalStateException when it does not within two minutes
     */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " did not end within " + STOP_MAX);
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. Returns at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Kills it, and returns when it is gone: its folder may be removed then. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
