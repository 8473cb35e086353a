package id.sidik.bridge.console;

import id.sidik.wire.tlog.TrustPolicy;
import java.nio.file.Path;

/** A trust policy that an operator names by its path. */
final class PolicyFile {
    private PolicyFile() {}

    /** @throws UnusableInputException naming the line that is wrong */
    static TrustPolicy read(Path file) {
        try {
            return TrustPolicy.parse(TextFile.read(file));
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(file + ": " + e.getMessage(), e);
        }
    }
}
