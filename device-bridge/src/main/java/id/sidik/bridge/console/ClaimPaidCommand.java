package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "paid", description = "Takes note that the money went. It moves none.")
final class ClaimPaidCommand extends ServiceCommand {
    @Parameters(paramLabel = "CLAIM", description = "The id of the claim.")
    private String claim = "";

    @Option(names = "--reference", required = true, paramLabel = "TEXT", description = "The payment's own reference.")
    private String reference = "";

    @Option(names = "--amount", required = true, paramLabel = "RUPIAH", description = "Exactly what was approved.")
    private long amountRupiah;

    @Override
    protected int run(Services services) {
        ClaimRecord paid = services.claims()
                .noticeClaimPayment(NoticeClaimPaymentRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setClaimId(claim)
                        .setPaymentReference(reference)
                        .setAmountRupiah(amountRupiah)
                        .build())
                .getClaim();
        answer(paid, CaseText.of(paid));
        return ExitCode.YES;
    }
}
