package id.sidik.eligibility.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the disk of the books has room for more. A reserve is kept, so that what is under way, copies and compactions still can, and
 * whoever mends it can look at what is there.
 */
final class DiskRoom {
    private final Usable usable;
    private final long reserveBytes;

    /** How many bytes this process may still use. */
    @FunctionalInterface
    interface Usable {
        long bytes() throws IOException;
    }

    DiskRoom(Usable usable, long reserveBytes) {
        this.usable = usable;
        this.reserveBytes = reserveBytes;
    }

    /** The disk on which a folder lies. */
    static DiskRoom of(Path folder, long reserveBytes) throws IOException {
        return new DiskRoom(Files.getFileStore(folder)::getUsableSpace, reserveBytes);
    }

    /**
     * Refuses when less than the reserve is left. A system call, some microseconds.
     *
     * @throws DiskFullException then
     * @throws IOException if the disk does not say
     */
    void require() throws IOException {
        long usableBytes = usable.bytes();
        if (usableBytes < reserveBytes) {
            throw new DiskFullException(usableBytes, reserveBytes);
        }
    }

    boolean isLeft() {
        try {
            require();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
