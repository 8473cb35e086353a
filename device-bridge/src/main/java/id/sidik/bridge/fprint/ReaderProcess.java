package id.sidik.bridge.fprint;

import id.sidik.bridge.fprint.ChildAnswer.Failed;
import id.sidik.bridge.fprint.ChildAnswer.Reason;
import id.sidik.bridge.link.Deadline;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One life of the process with the library. Whatever it does, the one who asks hears of it or waits no longer than she wants. */
final class ReaderProcess implements AutoCloseable {
    /** To a probe: is the reader there? To a capture: wait for a finger and take its image. */
    static final byte PROBE = 'p';

    static final byte CAPTURE = 'c';

    /** A capture has two answers. More than a few that nobody takes are nonsense, and the reading of them stops. */
    private static final int ANSWERS_MAX = 8;

    private final Process process;
    private final BlockingQueue<ChildAnswer> answers = new LinkedBlockingQueue<>(ANSWERS_MAX);

    /** Starts the process; a thread of its own reads what it says until its end. */
    ReaderProcess(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.ofPlatform().daemon().name("reader process " + process.pid()).start(this::listen);
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            while (true) {
                answers.put(ChildAnswer.readFrom(in));
            }
        } catch (IOException e) {
            tellTheEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellTheEnd() {
        process.destroyForcibly();
        try {
            int status = process.waitFor();
            answers.put(new Failed(
                    Reason.ENDED, "the reader's driver ended with status " + status + " and is started again"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a command. A process that ended says so by its next answer. */
    void ask(byte command) {
        try {
            process.getOutputStream().write(command);
            process.getOutputStream().flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /**
     * The next answer, or null when none comes before the deadline.
     *
     * @throws InterruptedException if this thread is told to stop
     */
    @Nullable
    ChildAnswer answer(Deadline deadline) throws InterruptedException {
        return answers.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the process, and what it may have started, at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** For tests of crashes. */
    ProcessHandle handle() {
        return process.toHandle();
    }
}
