package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A line on which each question is answered by the next bytes of a script, then by silence, on a clock that moves with the silence. */
final class ScriptedLink implements Link {
    private final Deque<byte[]> script;
    private byte[] incoming = new byte[0];
    private long clockNanos;

    ScriptedLink(List<byte[]> script) {
        this.script = new ArrayDeque<>(script);
    }

    Deadline after(Duration patience) {
        return Deadline.after(patience, () -> clockNanos);
    }

    Duration elapsed() {
        return Duration.ofNanos(clockNanos);
    }

    @Override
    public void open(Path port, int baud, Deadline deadline) {
        incoming = new byte[0];
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        if (incoming.length == 0) {
            clockNanos += deadline.left().toNanos();
            return 0;
        }
        int count = Math.min(into.length, incoming.length);
        System.arraycopy(incoming, 0, into, 0, count);
        byte[] rest = new byte[incoming.length - count];
        System.arraycopy(incoming, count, rest, 0, rest.length);
        incoming = rest;
        return count;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        incoming = script.isEmpty() ? new byte[0] : script.removeFirst();
    }

    @Override
    public void close() {
        incoming = new byte[0];
    }
}
