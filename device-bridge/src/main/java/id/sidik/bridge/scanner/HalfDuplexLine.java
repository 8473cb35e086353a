package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import java.time.Duration;

/**
 * A line on which one asks and the other answers with as many bytes as the question says, and a window on the bytes that
 * came and that nobody took yet. One thread at a time.
 */
final class HalfDuplexLine {
    private final Link link;
    private final Duration commandTimeout;
    private final byte[] window = new byte[2 * Link.CHUNK_BYTES_MAX];
    private final byte[] chunk = new byte[Link.CHUNK_BYTES_MAX];
    private int start;
    private int end;

    HalfDuplexLine(Link link, Duration commandTimeout) {
        this.link = link;
        this.commandTimeout = commandTimeout;
    }

    /** Throws away what is left of an earlier exchange, and sends. */
    void send(byte[] bytes, Deadline deadline) throws FaultException {
        Deadline now = deadline.within(Duration.ZERO);
        do {
            start = end;
        } while (fill(now) && !deadline.hasPassed());
        start = end;
        try {
            link.write(bytes, deadline.within(commandTimeout));
        } catch (LinkException e) {
            throw new FaultException(e);
        }
    }

    /** Throws away what arrives until the deadline; notices at once when the device goes. */
    void rest(Deadline deadline) throws FaultException {
        while (!deadline.hasPassed()) {
            start = end;
            fill(deadline);
        }
    }

    /** Waits until {@code byteCount} bytes, at most {@link Link#CHUNK_BYTES_MAX}, lie in the window; false when silence comes first. */
    boolean has(int byteCount, Deadline deadline) throws FaultException {
        while (end - start < byteCount) {
            if (!fill(deadline)) {
                return false;
            }
        }
        return true;
    }

    int available() {
        return end - start;
    }

    /** A byte of the window, 0 to 255. */
    int peek(int index) {
        return window[start + index] & 0xFF;
    }

    void skip(int byteCount) {
        start += byteCount;
    }

    /** Takes bytes that are in the window. */
    void take(byte[] into, int offset, int byteCount) {
        System.arraycopy(window, start, into, offset, byteCount);
        start += byteCount;
    }

    /**
     * Takes {@code byteCount} bytes, however long that is, with a pause of at most the command timeout between them.
     *
     * @return how many came
     */
    int take(byte[] into, int byteCount, Deadline deadline, TransferProgress progress) throws FaultException {
        int taken = 0;
        while (taken < byteCount && has(1, deadline.within(commandTimeout))) {
            int count = Math.min(byteCount - taken, available());
            take(into, taken, count);
            taken += count;
            progress.received(taken, byteCount);
        }
        return taken;
    }

    private boolean fill(Deadline deadline) throws FaultException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (window.length - end < chunk.length) {
            System.arraycopy(window, start, window, 0, end - start);
            end -= start;
            start = 0;
        }
        try {
            int count = link.read(chunk, deadline);
            System.arraycopy(chunk, 0, window, end, count);
            end += count;
            return count > 0;
        } catch (LinkException e) {
            throw new FaultException(e);
        }
    }
}
