package id.sidik.matcher.store;

import java.util.Locale;

/** The disk has no room for new records; nothing was stored. Searches and withdrawals go on. */
public final class DiskFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskFullException(long usableBytes, long reserveBytes) {
        super(String.format(
                Locale.ROOT,
                "%,d bytes are free and %,d are kept in reserve; free some space, nothing else is needed",
                usableBytes,
                reserveBytes));
    }

    DiskFullException(Throwable cause) {
        super("the disk is full; free some space, nothing else is needed", cause);
    }
}
