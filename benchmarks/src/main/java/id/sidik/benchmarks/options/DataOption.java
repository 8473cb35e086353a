package id.sidik.benchmarks.options;

import id.sidik.benchmarks.sets.BadDataSetException;
import id.sidik.benchmarks.sets.DataSet;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --data}: folders of images, a set each. */
public final class DataOption {
    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of images named <finger>_<impression>.<ext>, a set each.")
    private List<Path> data = List.of();

    /**
     * Reads the sets.
     *
     * @throws ParameterException if a folder holds nothing to measure, or something doubtful
     */
    public List<DataSet> sets(CommandSpec command) {
        try {
            return data.stream().map(DataSet::read).toList();
        } catch (BadDataSetException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
