package id.sidik.matcher.store;

import java.io.IOException;

/** How many bytes of the store's disk this process may still use. */
@FunctionalInterface
interface DiskSpace {
    long usableBytes() throws IOException;
}
