package id.sidik.bridge.console;

import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import picocli.CommandLine.Command;

@Command(
        name = "head",
        description =
                "Prints the signed head of the log, the key that it is checked with, and the public key of receipts. "
                        + "Keep the head: 'audit verify --since FILE' proves later that nothing before it was changed.")
final class AuditHeadCommand extends ServiceCommand {
    @Override
    protected int run(Services services) {
        GetAuditHeadResponse head = services.gate().getAuditHead(GetAuditHeadRequest.getDefaultInstance());
        answer(
                head,
                head.getCheckpoint() + "\nverifier key: " + head.getVerifierKey() + "\n\n"
                        + head.getReceiptPublicKeyPem());
        return ExitCode.YES;
    }
}
