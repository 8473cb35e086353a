package id.sidik.benchmarks.scannerstorm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds at a moment.
 *
 * @param processes that it started, and those that they did
 * @param heapBytes that survive a collection
 */
record Residue(int threads, long processes, long fileDescriptors, long heapBytes) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static Residue now() throws IOException {
        System.gc();
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return new Residue(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ProcessHandle.current().descendants().count(),
                    descriptors.count(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
