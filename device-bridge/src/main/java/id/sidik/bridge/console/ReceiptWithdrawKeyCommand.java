package id.sidik.bridge.console;

import id.sidik.eligibility.v1.WithdrawReceiptKeyRequest;
import id.sidik.eligibility.v1.WithdrawReceiptKeyResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "withdraw-key",
        description = {
            "Destroys a key of receipts that somebody else may hold; a new one signs in its stead.",
            "What it signed is genuine no more, here at once and at facilities with their next key set."
        })
final class ReceiptWithdrawKeyCommand extends ServiceCommand {
    @Parameters(paramLabel = "KEY", description = "The key's id: kid of the receipt.")
    private String keyId = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "For the audit, 1 to 200 characters; no name and no NID.")
    private String reason = "";

    @Override
    protected int run(Services services) {
        WithdrawReceiptKeyResponse response = services.receipts()
                .withdrawReceiptKey(WithdrawReceiptKeyRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setKeyId(keyId)
                        .setReason(reason)
                        .build());
        answer(response, "withdrawn; key " + response.getKeyId() + " signs in its stead");
        return ExitCode.YES;
    }
}
