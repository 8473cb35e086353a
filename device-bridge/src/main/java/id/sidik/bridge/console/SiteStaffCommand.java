package id.sidik.bridge.console;

import id.sidik.eligibility.v1.PutStaffMemberRequest;
import id.sidik.eligibility.v1.PutStaffMemberResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "staff",
        description = "Says which member an operator is, so that her own finger shows where it was laid on for others.")
final class SiteStaffCommand extends ServiceCommand {
    @Option(names = "--operator", required = true, paramLabel = "NAME", description = "As her access tokens name her.")
    private String operator = "";

    @Option(names = "--nid", required = true, paramLabel = "NID", description = "Hers; she must be registered.")
    private String nid = "";

    @Override
    protected int run(Services services) {
        PutStaffMemberResponse response = services.reports()
                .putStaffMember(PutStaffMemberRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setOperator(operator)
                        .setNid(nid)
                        .build());
        answer(response, operator + " is known by her fingers");
        return ExitCode.YES;
    }
}
