package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "site",
        description = "Tells the reports where facilities are, what they can do, and who works there.",
        subcommands = {SitePutCommand.class, SiteStaffCommand.class})
final class SiteCommand {}
