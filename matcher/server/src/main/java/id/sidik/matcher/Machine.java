package id.sidik.matcher;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What there is to work with.
 *
 * @param cores at least 1
 * @param memoryBytes of the machine, or of the container that the process runs in
 * @param heapBytesMax of this JVM; the machine's memory may be less
 */
record Machine(int cores, long memoryBytes, long heapBytesMax) {
    Machine {
        if (cores < 1 || memoryBytes < 1 || heapBytesMax < 1) {
            throw new IllegalArgumentException("A machine has cores and memory");
        }
    }

    static Machine here() {
        Runtime jvm = Runtime.getRuntime();
        return new Machine(
                jvm.availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                jvm.maxMemory());
    }
}
