package id.sidik.benchmarks.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses numbers that an option can not mean. */
public final class Bounds {
    private Bounds() {}

    /** Throws {@link ParameterException}, naming the option and what it may be, unless {@code min <= value <= max}. */
    public static void require(CommandSpec command, String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ParameterException(
                    command.commandLine(), option + " must be " + min + " to " + max + ": " + value + ".");
        }
    }
}
