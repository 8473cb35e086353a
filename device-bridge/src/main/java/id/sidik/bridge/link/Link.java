package id.sidik.bridge.link;

import java.nio.file.Path;

/**
 * A serial line (8N1, no handshake) to one device. One thread uses a link at a time; {@link #close} alone may be called
 * by any thread and frees the one that waits.
 *
 * <p>After any {@link LinkException} the link is closed. Opening it again resolves the path anew, so that a device which
 * came back under another node is found.
 */
public interface Link extends AutoCloseable {
    /** The most bytes that one {@link #read} gives or one {@link #write} takes. */
    int CHUNK_BYTES_MAX = 4096;

    /**
     * Opens the device at {@code port}; an open link is closed first.
     *
     * @param port a device node or a symbolic link to one; it may appear and disappear while we run
     * @param baud bits per second
     */
    void open(Path port, int baud, Deadline deadline) throws LinkException;

    /** True from a successful {@link #open} until {@link #close} or the first failure. Says nothing about the plug. */
    boolean isOpen();

    /**
     * Takes the bytes that have arrived, or waits for the first of them.
     *
     * @return 1 to {@code into.length} bytes, or 0 when the deadline passed with nothing there
     */
    int read(byte[] into, Deadline deadline) throws LinkException;

    /** Writes all bytes, at most {@link #CHUNK_BYTES_MAX}. A line that takes none until the deadline is given up. */
    void write(byte[] bytes, Deadline deadline) throws LinkException;

    /** Closes the line; a closed one stays closed. */
    @Override
    void close();
}
