package id.sidik.bridge.console.site;

import picocli.CommandLine.Command;

/** {@code ./sidik sitepack}. */
@Command(
        name = "sitepack",
        description = "What a facility may answer without a network, and what became of such answers.",
        subcommands = {
            SitePackSiteCommand.class,
            SitePackExpectCommand.class,
            SitePackIssueCommand.class,
            SitePackStatusCommand.class,
            SitePackReportCommand.class
        })
public final class SitePackCommand {}
