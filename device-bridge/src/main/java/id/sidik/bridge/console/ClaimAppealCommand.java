package id.sidik.bridge.console;

import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.ClaimRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "appeal", description = "Appeals a rejection, once, within 90 days.")
final class ClaimAppealCommand extends ServiceCommand {
    @Parameters(paramLabel = "CLAIM", description = "The id of the claim.")
    private String claim = "";

    @Option(names = "--grounds", required = true, paramLabel = "TEXT", description = "Why, without numbers of persons.")
    private String grounds = "";

    @Override
    protected int run(Services services) {
        ClaimRecord appealed = services.claims()
                .appealClaim(AppealClaimRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setClaimId(claim)
                        .setGrounds(grounds)
                        .build())
                .getClaim();
        answer(appealed, CaseText.of(appealed));
        return ExitCode.YES;
    }
}
