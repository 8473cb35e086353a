package id.sidik.bridge.fprint;

import id.sidik.bridge.fprint.child.FprintChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reader's process, which breaks once for each file in a folder, and is whole afterwards.
 * Arguments: how {@link BrokenChild} does it, or "sees no reader"; the folder; the driver.
 */
final class FrailChild {
    private FrailChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!breaksAgain(Path.of(arguments[1]))) {
            FprintChild.main(new String[] {arguments[2]});
        } else if (arguments[0].equals("sees no reader")) {
            FprintChild.main(new String[] {"uru4000"});
        } else {
            BrokenChild.main(new String[] {arguments[0]});
        }
    }

    private static boolean breaksAgain(Path times) throws IOException {
        try (Stream<Path> files = Files.list(times)) {
            Optional<Path> next = files.findFirst();
            return next.isPresent() && Files.deleteIfExists(next.get());
        }
    }
}
