package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "approval",
        description = "Referrals, and exceptions that officers approve.",
        subcommands = {ApprovalRecordCommand.class, ApprovalWithdrawCommand.class, ApprovalListCommand.class})
final class ApprovalCommand {}
