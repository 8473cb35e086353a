package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.ClaimServiceGrpc.ClaimServiceBlockingStub;
import id.sidik.eligibility.v1.DecideClaimRequest;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "decide", description = "Approves a claim for an amount, or rejects it for a reason.")
final class ClaimDecideCommand extends ServiceCommand {
    @Parameters(paramLabel = "CLAIM", description = "The id of the claim.")
    private String claim = "";

    @Option(names = "--approve", paramLabel = "RUPIAH", description = "Approve so much, at most what is claimed.")
    private long approveRupiah;

    @Option(
            names = "--reject",
            paramLabel = "REASON",
            description = "Reject, such as documents-insufficient or duplicate.")
    private String reject = "";

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description =
                    "The officer's access token: an appeal is for another officer, and a certificate names nobody.")
    private Path token = NO_FILE;

    private static final Path NO_FILE = Path.of("");

    @Override
    protected int run(Services services) {
        DecideClaimRequest.Builder request =
                DecideClaimRequest.newBuilder().setIdempotencyKey(newKey()).setClaimId(claim);
        if (reject.isEmpty()) {
            request.setApproveRupiah(approveRupiah);
        } else {
            request.setReject(Words.parse(DecideClaimRequest.RejectionReason.class, reject, "--reject"));
        }
        ClaimServiceBlockingStub claims = token.equals(NO_FILE)
                ? services.claims()
                : services.claims(TextFile.read(token).strip());
        ClaimRecord decided = claims.decideClaim(request.build()).getClaim();
        answer(decided, CaseText.of(decided));
        return ExitCode.YES;
    }
}
