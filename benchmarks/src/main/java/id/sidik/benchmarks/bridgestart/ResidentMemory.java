package id.sidik.benchmarks.bridgestart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds of the box's memory, as Linux counts it.
 *
 * @param rssMib all of it, files that are shared with others included
 * @param anonymousMib what belongs to it alone: heap, metaspace, code, stacks
 * @param peakRssMib the most that it ever held
 */
record ResidentMemory(double rssMib, double anonymousMib, double peakRssMib) {
    private static final double KIB_PER_MIB = 1_024;

    static ResidentMemory of(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        return new ResidentMemory(mib(status, "VmRSS:"), mib(status, "RssAnon:"), mib(status, "VmHWM:"));
    }

    private static double mib(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("/proc says no " + field));
    }
}
