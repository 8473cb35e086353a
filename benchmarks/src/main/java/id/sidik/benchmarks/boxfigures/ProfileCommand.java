package id.sidik.benchmarks.boxfigures;

import picocli.CommandLine.Command;

/** {@code ./sidik profile}: what boxes are, and what they can do. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Figures of boxes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MeasureCommand.class)
public final class ProfileCommand {}
