package id.sidik.benchmarks.options;

import id.sidik.benchmarks.sets.SameFingers;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --same-fingers}: fingers that are in two sets. By default those of the development sets that are known. */
public final class SameFingersOption {
    @Option(
            names = "--same-fingers",
            split = ",",
            paramLabel = "A=B",
            description =
                    "Two sets of the same fingers on two sensors, or a finger of each as A/1=B/2: never taken for strangers."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<String> sameFingers = List.of("fvc2000-db1_b=fvc2000-db2_b", "fvc2002-db3_b/108=fvc2004-db3_b/102");

    /**
     * What was asked for.
     *
     * @throws ParameterException if an entry is not of this form
     */
    public SameFingers sameFingers(CommandSpec command) {
        try {
            return SameFingers.parse(sameFingers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--same-fingers: " + e.getMessage() + ".", e);
        }
    }
}
