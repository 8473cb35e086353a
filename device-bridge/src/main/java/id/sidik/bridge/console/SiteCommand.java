package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "site",
        description = "Says where facilities are, what they can do, what was agreed with them, and who works there.",
        subcommands = {SitePutCommand.class, SiteContractCommand.class, SiteStaffCommand.class})
final class SiteCommand {}
