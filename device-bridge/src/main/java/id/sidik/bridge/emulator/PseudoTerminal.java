package id.sidik.bridge.emulator;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * The device's side of a serial line: what is written here is read by whoever opens {@link #path()}, and the other way
 * round. Not for use by several threads.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int CHUNK_BYTES_MAX = 4096;
    private static final int PATH_BYTES_MAX = 64;
    /** struct termios has 60 bytes on x86-64 and aarch64. */
    private static final int TERMIOS_BYTES = 64;

    /** Where struct termios2 has c_ospeed. */
    private static final long OUTPUT_SPEED = 40;

    /** struct pollfd: int fd, short events, short revents. */
    private static final int POLLFD_BYTES = 8;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment callState = Libc.callState(arena);
    private final MemorySegment chunk = arena.allocate(CHUNK_BYTES_MAX);
    private final MemorySegment pollfd = arena.allocate(POLLFD_BYTES, Integer.BYTES);
    private final int masterFd;
    private final int slaveFd;
    private final Path path;
    private boolean closed;

    private PseudoTerminal() throws IOException {
        masterFd = (int)
                Libc.POSIX_OPENPT.require(callState, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
        Libc.GRANTPT.require(callState, masterFd);
        Libc.UNLOCKPT.require(callState, masterFd);
        MemorySegment name = arena.allocate(PATH_BYTES_MAX);
        if (Libc.PTSNAME_R.call(callState, masterFd, name, (long) PATH_BYTES_MAX) != 0) {
            throw new IOException("ptsname_r does not know the terminal that it just made");
        }
        path = Path.of(name.getString(0));
        // Kept open, so that the terminal outlives each program that opens and closes it.
        slaveFd = (int) Libc.OPEN.require(callState, name, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC);
        makeRaw();
    }

    /**
     * A new terminal that passes every byte as it is.
     *
     * @throws UnsupportedOperationException on any system but Linux on x86-64 or aarch64
     * @throws IOException if the system has no terminal left
     */
    public static PseudoTerminal open() throws IOException {
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (!Set.of("Linux on amd64", "Linux on aarch64").contains(system)) {
            throw new UnsupportedOperationException("the virtual scanner needs Linux on amd64 or aarch64, not " + system
                    + "; use a real scanner there");
        }
        return new PseudoTerminal();
    }

    /** Bits per second to which whoever has the node open has set it. */
    int baud() throws IOException {
        Libc.IOCTL.require(callState, masterFd, Libc.TCGETS2, chunk);
        return chunk.get(ValueLayout.JAVA_INT, OUTPUT_SPEED);
    }

    private void makeRaw() throws IOException {
        MemorySegment termios = arena.allocate(TERMIOS_BYTES, Integer.BYTES);
        Libc.TCGETATTR.require(callState, slaveFd, termios);
        Libc.CFMAKERAW.call(callState, termios);
        Libc.TCSETATTR.require(callState, slaveFd, Libc.TCSANOW, termios);
    }

    /** The node to open as a serial port. */
    public Path path() {
        return path;
    }

    /**
     * Takes what the other side wrote.
     *
     * @return 0 when nothing came within {@code patience}
     */
    public int read(byte[] into, Duration patience) throws IOException {
        if (!isReady(Libc.POLLIN, patience)) {
            return 0;
        }
        long count = Libc.READ.call(callState, masterFd, chunk, (long) Math.min(into.length, CHUNK_BYTES_MAX));
        if (count < 0) {
            requirePassing("read");
            return 0;
        }
        MemorySegment.copy(chunk, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
        return (int) count;
    }

    /**
     * Gives bytes to the other side.
     *
     * @return how many it took within {@code patience}; it takes none while its buffer is full
     */
    public int write(byte[] bytes, int offset, Duration patience) throws IOException {
        if (!isReady(Libc.POLLOUT, patience)) {
            return 0;
        }
        int length = Math.min(bytes.length - offset, CHUNK_BYTES_MAX);
        MemorySegment.copy(bytes, offset, chunk, ValueLayout.JAVA_BYTE, 0, length);
        long count = Libc.WRITE.call(callState, masterFd, chunk, (long) length);
        if (count < 0) {
            requirePassing("write");
            return 0;
        }
        return (int) count;
    }

    private boolean isReady(short event, Duration patience) throws IOException {
        pollfd.set(ValueLayout.JAVA_INT, 0, masterFd);
        pollfd.set(ValueLayout.JAVA_SHORT, Integer.BYTES, event);
        long count = Libc.POLL.call(callState, pollfd, 1L, (int) patience.toMillis());
        if (count < 0) {
            requirePassing("poll");
        }
        return count > 0;
    }

    private void requirePassing(String function) throws IOException {
        int errno = Libc.errno(callState);
        if (errno != Libc.EAGAIN && errno != Libc.EINTR) {
            throw new IOException(function + " on " + path + " failed with errno " + errno);
        }
    }

    /** The node disappears; whoever has it open finds the line dead. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Libc.CLOSE.call(callState, slaveFd);
        Libc.CLOSE.call(callState, masterFd);
        arena.close();
    }
}
