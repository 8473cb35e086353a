package id.sidik.benchmarks.offlinestorm;

import id.sidik.benchmarks.offlinestorm.Pipe.GoneException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A running {@link StormSite}. */
final class SiteChild implements AutoCloseable {
    private final Process process;
    private final Pipe pipe;

    private SiteChild(Process process) {
        this.process = process;
        this.pipe = new Pipe(process.getInputStream(), process.getOutputStream());
    }

    /** Returns when it is ready. */
    static SiteChild start(Path folder, String facility, String classPath, File log) throws IOException, GoneException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        "-cp",
                        classPath,
                        StormSite.class.getName(),
                        folder.toString(),
                        facility))
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        SiteChild child = new SiteChild(process);
        String[] ready = child.pipe.hear();
        if (!ready[0].equals("READY")) {
            throw new IllegalStateException("the site does not begin; see " + log);
        }
        return child;
    }

    Pipe pipe() {
        return pipe;
    }

    /** SIGKILL: no hook runs, nothing is flushed. Returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Its journal is open in one process at a time. */
    void endAndWait() throws InterruptedException {
        kill();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
