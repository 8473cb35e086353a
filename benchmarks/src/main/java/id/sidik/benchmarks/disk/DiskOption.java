package id.sidik.benchmarks.disk;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, of commands that measure a disk. */
public final class DiskOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A folder on the disk to measure; what is written there is removed. Default: the temporary folder.")
    private Path data = Path.of(System.getProperty("java.io.tmpdir"));

    /** A folder on that disk. */
    public ScratchFolder scratch(String name) {
        return ScratchFolder.in(data, name);
    }
}
