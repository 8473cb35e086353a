package id.sidik.bridge.console;

import id.sidik.eligibility.v1.RevokeReceiptRequest;
import id.sidik.eligibility.v1.RevokeReceiptResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = "Withdraws a receipt that has not expired. Facilities learn it with their next revocation list.")
final class ReceiptRevokeCommand extends ServiceCommand {
    @Parameters(paramLabel = "DECISION", description = "The decision's id: jti of the receipt.")
    private String decisionId = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "For the audit, 1 to 200 characters; no name and no NID.")
    private String reason = "";

    @Override
    protected int run(Services services) {
        RevokeReceiptResponse response = services.receipts()
                .revokeReceipt(RevokeReceiptRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setDecisionId(decisionId)
                        .setReason(reason)
                        .build());
        answer(response, "withdrawn; event " + response.getAuditIndex() + " of the audit log says so");
        return ExitCode.YES;
    }
}
