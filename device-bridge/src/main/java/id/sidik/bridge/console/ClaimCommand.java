package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "claim",
        description = "Claims for benefits: open, submit, decide, appeal, take note of the payment.",
        subcommands = {
            ClaimOpenCommand.class,
            ClaimSubmitCommand.class,
            ClaimDecideCommand.class,
            ClaimAppealCommand.class,
            ClaimPaidCommand.class,
            ClaimShowCommand.class
        })
final class ClaimCommand {}
