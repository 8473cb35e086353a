package id.sidik.bridge.console;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Checks what the services say of themselves: the log of decisions, and receipts.",
        subcommands = {
            AuditVerifyCommand.class,
            AuditShowCommand.class,
            AuditSearchCommand.class,
            AuditHeadCommand.class,
            AuditReceiptCommand.class,
            AuditProofCommand.class,
            AuditCheckProofCommand.class
        })
final class AuditCommand {}
