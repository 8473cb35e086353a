package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.GetClaimRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one claim.")
final class ClaimShowCommand extends ServiceCommand {
    @Parameters(paramLabel = "CLAIM", description = "The id of the claim.")
    private String claim = "";

    @Override
    protected int run(Services services) {
        ClaimRecord found = services.claims()
                .getClaim(GetClaimRequest.newBuilder().setClaimId(claim).build())
                .getClaim();
        answer(found, CaseText.of(found));
        return ExitCode.YES;
    }
}
