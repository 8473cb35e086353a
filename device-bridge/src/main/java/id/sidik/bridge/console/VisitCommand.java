package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "visit",
        description = "Visits to a facility: open, show presence after an emergency, end.",
        subcommands = {VisitOpenCommand.class, VisitPresenceCommand.class, VisitEndCommand.class, VisitShowCommand.class
        })
final class VisitCommand {}
