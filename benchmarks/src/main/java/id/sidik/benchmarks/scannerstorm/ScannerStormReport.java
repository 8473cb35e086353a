package id.sidik.benchmarks.scannerstorm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a storm.
 *
 * @param faulty captures that ran under a fault
 * @param wrongImages that were taken although a pixel was not the finger's
 * @param unrecovered drivers that gave no whole image after the fault had gone
 * @param outcomes how often captures ended how
 */
record ScannerStormReport(
        int captures,
        int faulty,
        int wrongImages,
        int unrecovered,
        SortedMap<String, Integer> outcomes,
        Residue before,
        Residue after) {
    /** A pool of the virtual machine may start one more thread; a leak per capture is hundreds. */
    private static final int THREADS_MAX = 4;

    /** One may be ending while it is counted. */
    private static final int PROCESSES_MAX = 1;

    private static final int DESCRIPTORS_MAX = 8;
    private static final long HEAP_BYTES_MAX = 16L << 20;

    ScannerStormReport {
        outcomes = new TreeMap<>(outcomes);
    }

    boolean leaks() {
        return after.threads() - before.threads() > THREADS_MAX
                || after.processes() - before.processes() > PROCESSES_MAX
                || after.fileDescriptors() - before.fileDescriptors() > DESCRIPTORS_MAX
                || after.heapBytes() - before.heapBytes() > HEAP_BYTES_MAX;
    }

    boolean clean() {
        return wrongImages == 0 && unrecovered == 0 && !leaks();
    }

    String sentence() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d captures, %,d of them under a fault: %d wrong images taken, %d times no recovery.%n"
                        + "Threads %d -> %d, processes %d -> %d, file descriptors %d -> %d, heap %,d -> %,d kB.",
                captures,
                faulty,
                wrongImages,
                unrecovered,
                before.threads(),
                after.threads(),
                before.processes(),
                after.processes(),
                before.fileDescriptors(),
                after.fileDescriptors(),
                before.heapBytes() >> 10,
                after.heapBytes() >> 10));
        for (Map.Entry<String, Integer> outcome : outcomes.entrySet()) {
            text.append(String.format(Locale.ROOT, "%n%7d  %s", outcome.getValue(), outcome.getKey()));
        }
        return text.toString();
    }

    String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("captures", captures)
                .put("faulty", faulty)
                .put("wrong-images", wrongImages)
                .put("unrecovered", unrecovered)
                .put("threads-before", before.threads())
                .put("threads-after", after.threads())
                .put("processes-before", before.processes())
                .put("processes-after", after.processes())
                .put("file-descriptors-before", before.fileDescriptors())
                .put("file-descriptors-after", after.fileDescriptors())
                .put("heap-bytes-before", before.heapBytes())
                .put("heap-bytes-after", after.heapBytes());
        ObjectNode counts = json.putObject("outcomes");
        outcomes.forEach(counts::put);
        return json.toString();
    }
}
