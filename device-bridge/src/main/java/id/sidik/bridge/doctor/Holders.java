package id.sidik.bridge.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which processes have a device open. Of other users' only an administrator sees that. */
final class Holders {
    private final Box box;
    private final OptionalLong bridge;

    /** @param bridge its process, if it runs */
    Holders(Box box, OptionalLong bridge) {
        this.box = box;
        this.bridge = bridge;
    }

    /** Those that are neither the bridge nor a process that it started, such as {@code brltty (812)}; at most a few. */
    List<String> othersThan(Path node) {
        return processes().stream()
                .filter(process -> hasOpen(process, node))
                .filter(process -> !isOfTheBridge(process))
                .map(this::name)
                .toList();
    }

    /** Programs of this name that run, whoever started them. */
    boolean runs(String program) {
        return processes().stream()
                .anyMatch(process -> box.text(process.resolve("comm")).equals(Optional.of(program)));
    }

    /** Whether all processes let us see what they have open. */
    boolean seesAll() {
        return processes().stream().allMatch(process -> Files.isReadable(process.resolve("fd")));
    }

    private List<Path> processes() {
        return box.list(box.at("/proc")).stream()
                .filter(folder -> folder.getFileName().toString().matches("[0-9]{1,10}"))
                .toList();
    }

    private boolean hasOpen(Path process, Path node) {
        return box.list(process.resolve("fd")).stream().anyMatch(descriptor -> {
            try {
                return Files.readSymbolicLink(descriptor).equals(node);
            } catch (IOException closedMeanwhile) {
                return false;
            }
        });
    }

    private boolean isOfTheBridge(Path process) {
        if (bridge.isEmpty()) {
            return false;
        }
        String own = String.valueOf(bridge.getAsLong());
        return process.getFileName().toString().equals(own)
                || box.text(process.resolve("status"))
                        .filter(status -> status.lines().anyMatch(line -> line.equals("PPid:\t" + own)))
                        .isPresent();
    }

    private String name(Path process) {
        return box.text(process.resolve("comm")).orElse("a process") + " (" + process.getFileName() + ")";
    }
}
