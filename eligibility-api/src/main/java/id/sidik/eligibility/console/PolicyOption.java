package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.PolicyFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which policy a command works with. */
final class PolicyOption {
    private static final Path BUILT_IN = Path.of("");

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "The folder of the policy (default: the one that comes with the program).")
    private Path folder = BUILT_IN;

    PolicyFiles files() {
        return folder.equals(BUILT_IN) ? PolicyFiles.builtIn() : PolicyFiles.in(folder);
    }

    Policy policy() {
        return Policy.of(files());
    }
}
