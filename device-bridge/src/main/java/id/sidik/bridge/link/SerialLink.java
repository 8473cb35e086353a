package id.sidik.bridge.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import id.sidik.bridge.link.LinkException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A serial line over jSerialComm. A thread of its own makes every native call on an open port, and nobody waits for that
 * thread much longer than the deadline: when it is stuck, the port is closed over its head, which frees it, and if even
 * that fails it is left behind.
 */
public final class SerialLink implements Link {
    /** What a native call may take beyond what it was asked to wait. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private volatile @Nullable Line line;

    /**
     * @param libraryFolder where the native part of jSerialComm is extracted to; nobody else may write there
     * @throws IOException if that folder can not be written
     */
    public SerialLink(Path libraryFolder) throws IOException {
        NativeLibrary.loadFrom(libraryFolder);
    }

    /** Where a bridge lets the native part of jSerialComm be extracted to. */
    public static Path libraryFolderIn(Path data) {
        return data.resolve("bridge").resolve("native");
    }

    @Override
    public void open(Path port, int baud, Deadline deadline) throws LinkException {
        close();
        if (!Files.exists(port)) {
            throw new LinkException(Kind.ABSENT, port, "no device");
        }
        Line fresh = new Line(port);
        line = fresh;
        fresh.call(deadline.left().plus(GRACE), () -> fresh.openNow(baud));
    }

    /** The serial ports that the system lists now. */
    public List<SerialDevice> devices() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new SerialDevice(
                        Path.of(port.getSystemPortPath()), usbIdOf(port), port.getDescriptivePortName()))
                .toList();
    }

    /** The library says -1 for a port that is on no USB. */
    private static String usbIdOf(SerialPort port) {
        return port.getVendorID() < 0 || port.getProductID() < 0
                ? ""
                : String.format(Locale.ROOT, "%04x:%04x", port.getVendorID(), port.getProductID());
    }

    @Override
    public boolean isOpen() {
        Line current = line;
        return current != null && !current.closed;
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws LinkException {
        Line current = opened();
        int count;
        do {
            boolean mayWait = !deadline.hasPassed();
            count = current.call(GRACE, () -> current.readNow(into.length, mayWait));
        } while (count == 0 && !deadline.hasPassed());
        System.arraycopy(current.chunk, 0, into, 0, count);
        return count;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws LinkException {
        if (bytes.length > CHUNK_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "at most " + CHUNK_BYTES_MAX + " bytes are written at once, not " + bytes.length);
        }
        Line current = opened();
        current.call(deadline.left(), () -> current.writeNow(bytes));
    }

    @Override
    public void close() {
        Line current = line;
        if (current != null) {
            current.close();
        }
    }

    private Line opened() {
        Line current = line;
        if (current == null) {
            throw new IllegalStateException("open the link before using it");
        }
        return current;
    }

    /** One opening of the port. Never used again once it failed: what it resolved the path to may be gone for good. */
    private static final class Line {
        /** The terminal driver counts in tenths of a second and rounds up. */
        private static final int READ_SLICE_MILLIS = 100;

        private static final int EPERM = 1;
        private static final int EAGAIN = 11;
        private static final int EACCES = 13;
        private static final int EBUSY = 16;

        private final Path path;
        private final ExecutorService owner;
        private final byte[] chunk = new byte[CHUNK_BYTES_MAX];
        private volatile @Nullable SerialPort port;
        private volatile boolean closed;

        Line(Path path) {
            this.path = path;
            this.owner = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("serial " + path).factory());
        }

        /** Has the owner thread do something, and closes the line when that fails or takes too long. */
        int call(Duration patience, Callable<Integer> task) throws LinkException {
            try {
                return owner.submit(task).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                close();
                if (e.getCause() instanceof LinkException failure) {
                    throw failure;
                }
                throw new IllegalStateException("the serial library failed at " + path, e.getCause());
            } catch (RejectedExecutionException | CancellationException e) {
                throw new LinkException(Kind.GONE, path, "the line was closed");
            } catch (TimeoutException e) {
                boolean closedByAnother = closed;
                close();
                throw closedByAnother
                        ? new LinkException(Kind.GONE, path, "the line was closed")
                        : new LinkException(Kind.TIMEOUT, path, "the line is stuck");
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new LinkException(Kind.CANCELLED, path, "the wait was cancelled");
            }
        }

        int openNow(int baud) throws LinkException {
            SerialPort fresh = find();
            port = fresh;
            fresh.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            fresh.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            // Blocking writes, because closing the port frees a thread stuck in one, and in no other kind.
            fresh.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, READ_SLICE_MILLIS, 0);
            if (!fresh.openPort()) {
                throw new LinkException(
                        kindOf(fresh.getLastErrorCode()), path, "can not open, error " + fresh.getLastErrorCode());
            }
            return 0;
        }

        /**
         * A node of the system is taken as it is listed, because the library resolves any other path, which a pretended device
         * can not bear. Nothing is listed for a link: the library forgets ports that are neither listed nor open yet, and
         * whoever was about to open one would leave it open, and locked, for good.
         */
        private SerialPort find() throws LinkException {
            if (path.startsWith("/dev") && !Files.isSymbolicLink(path)) {
                for (SerialPort listed : SerialPort.getCommPorts()) {
                    if (listed.getSystemPortPath().equals(path.toString())) {
                        return listed;
                    }
                }
            }
            try {
                return SerialPort.getCommPort(path.toString());
            } catch (SerialPortInvalidPortException e) {
                throw new LinkException(Kind.ABSENT, path, "no serial device");
            }
        }

        /** Reads into {@link #chunk}; waits one slice at most. */
        int readNow(int byteCountMax, boolean mayWait) throws LinkException {
            SerialPort open = port();
            // A line that can not say how much there is, as a dead one can not, shows what it is when it is next waited
            // for.
            if (!mayWait && open.bytesAvailable() <= 0) {
                return 0;
            }
            int count = open.readBytes(chunk, Math.min(byteCountMax, chunk.length));
            if (count < 0) {
                throw new LinkException(Kind.GONE, path, "the device went away");
            }
            return count;
        }

        /** On a dead port the library writes 0 bytes, not -1. */
        int writeNow(byte[] bytes) throws LinkException {
            int count = port().writeBytes(bytes, bytes.length);
            if (count < bytes.length) {
                throw new LinkException(Kind.GONE, path, "the device went away");
            }
            return count;
        }

        private SerialPort port() throws LinkException {
            SerialPort open = port;
            if (open == null) {
                throw new LinkException(Kind.GONE, path, "the line was closed");
            }
            return open;
        }

        /** The library may wait for a wedged device to take its last bytes; we do not wait with it. */
        void close() {
            closed = true;
            owner.shutdownNow().forEach(Line::cancel);
            SerialPort open = port;
            port = null;
            if (open == null) {
                return;
            }
            Thread closer = Thread.ofPlatform().daemon().name("closing " + path).start(open::closePort);
            try {
                closer.join(GRACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whoever waits for what will not be begun is told now. */
        private static void cancel(Runnable neverBegun) {
            if (neverBegun instanceof Future<?> awaited) {
                awaited.cancel(false);
            }
        }

        private static Kind kindOf(int errno) {
            return switch (errno) {
                case EPERM, EACCES -> Kind.NO_PERMISSION;
                case EAGAIN, EBUSY -> Kind.IN_USE;
                default -> Kind.ABSENT;
            };
        }
    }
}
