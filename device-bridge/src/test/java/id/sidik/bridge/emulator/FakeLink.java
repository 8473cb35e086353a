package id.sidik.bridge.emulator;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.link.LinkException.Kind;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A line in memory to a virtual sensor, on a clock that moves only when somebody waits. */
public final class FakeLink implements Link {
    private final VirtualSensor sensor;
    private final Queue<SensorAnswer.Piece> incoming = new ArrayDeque<>();
    private @Nullable Path openPort;
    private boolean unplugAfterIncoming;
    private volatile boolean plugged = true;
    private final AtomicLong clockNanos;
    private long pausedNanos;
    private int baud;
    private @Nullable Kind openFault;
    private byte[] written = new byte[0];

    public FakeLink(ScannerProfile profile) {
        this(profile, new AtomicLong());
    }

    /** A line whose clock other lines share. */
    FakeLink(ScannerProfile profile, AtomicLong clockNanos) {
        this.clockNanos = clockNanos;
        sensor = new VirtualSensor(profile, new SplittableRandom(1));
    }

    public long nanoTime() {
        return clockNanos.get();
    }

    public Duration elapsed() {
        return Duration.ofNanos(clockNanos.get());
    }

    /** At which the line was opened last. */
    public int baud() {
        return baud;
    }

    /** What the driver wrote last. */
    public byte[] written() {
        return written.clone();
    }

    public void layFinger(FingerImage image) {
        sensor.layFinger(image);
    }

    public void liftFinger() {
        sensor.liftFinger();
    }

    public void fault(SensorFault fault) {
        sensor.fault(fault);
    }

    public void plug() {
        plugged = true;
    }

    public void unplug() {
        plugged = false;
    }

    /** Every attempt to open the line fails so. */
    public void refuseToOpen(Kind kind) {
        openFault = kind;
    }

    @Override
    public void open(Path port, int baud, Deadline deadline) throws LinkException {
        close();
        if (openFault != null) {
            throw new LinkException(openFault, port, "refused by the test");
        }
        if (!plugged) {
            throw new LinkException(Kind.ABSENT, port, "no device");
        }
        openPort = port;
        this.baud = baud;
    }

    @Override
    public boolean isOpen() {
        return openPort != null;
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws LinkException {
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw fail(Kind.CANCELLED);
        }
        SensorAnswer.Piece piece = incoming.peek();
        if (piece != null && waitFor(piece, deadline)) {
            incoming.remove();
            pausedNanos = 0;
            byte[] chunk = piece.bytes();
            System.arraycopy(chunk, 0, into, 0, chunk.length);
            return chunk.length;
        }
        if (piece != null) {
            return 0;
        }
        plugged &= !unplugAfterIncoming;
        unplugAfterIncoming = false;
        if (!plugged) {
            throw fail(Kind.GONE);
        }
        clockNanos.addAndGet(deadline.left().toNanos());
        return 0;
    }

    /** Whether the piece comes before the deadline does; the clock moves on to whatever is first. */
    private boolean waitFor(SensorAnswer.Piece piece, Deadline deadline) {
        long missing = piece.pauseBefore().toNanos() - pausedNanos;
        long waited = Math.min(missing, deadline.left().toNanos());
        clockNanos.addAndGet(waited);
        pausedNanos += waited;
        return waited == missing;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws LinkException {
        if (!plugged) {
            throw fail(Kind.GONE);
        }
        written = bytes.clone();
        SensorAnswer answer = sensor.feed(bytes, bytes.length, baud);
        incoming.addAll(answer.pieces());
        unplugAfterIncoming |= answer.endsUnplugged();
    }

    @Override
    public void close() {
        openPort = null;
        incoming.clear();
        pausedNanos = 0;
    }

    private LinkException fail(Kind kind) {
        Path port = openPort == null ? Path.of("closed") : openPort;
        close();
        return new LinkException(kind, port, "fake");
    }
}
