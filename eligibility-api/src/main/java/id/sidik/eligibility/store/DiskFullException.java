package id.sidik.eligibility.store;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The disk has no room. Unlike all else that a disk does, this passes when somebody frees some. */
final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskFullException(long usableBytes, long reserveBytes) {
        super(String.format(Locale.ROOT, "%,d bytes are free, and %,d are kept in reserve", usableBytes, reserveBytes));
    }

    DiskFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
