package id.sidik.bridge.console.people;

import picocli.CommandLine.Command;

/** Who employs members. */
@Command(
        name = "employer",
        description = "Registers employers, and shows them and their workers.",
        subcommands = {EmployerPutCommand.class, EmployerListCommand.class, EmployerWorkersCommand.class})
public final class EmployerCommand {}
