package id.sidik.benchmarks.boxfigures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the measured box is: a figure without its machine is none. */
record ThisBox(int cores, long memoryGib, String processor, String java) {
    static ThisBox here() {
        return new ThisBox(
                Runtime.getRuntime().availableProcessors(),
                Math.round(
                        Double.parseDouble(wordOf("/proc/meminfo", "MemTotal").replace(" kB", "0")) / 10 / (1 << 20)),
                wordOf("/proc/cpuinfo", "model name"),
                System.getProperty("java.vm.version", "unknown"));
    }

    /** The first value of a name in one of Linux's files of {@code name: value}; 0 where there is none. */
    private static String wordOf(String file, String name) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "0";
        }
        try {
            return Files.readAllLines(path).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can not be read.", e);
        }
    }

    /** As comments of the file of figures. */
    List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%d cores, %d GiB", cores, memoryGib),
                "processor " + processor,
                "Java " + java);
    }
}
