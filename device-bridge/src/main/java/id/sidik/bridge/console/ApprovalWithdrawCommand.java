package id.sidik.bridge.console;

import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.WithdrawApprovalRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "withdraw", description = "An approval serves for no further visit.")
final class ApprovalWithdrawCommand extends ServiceCommand {
    @Parameters(paramLabel = "APPROVAL", description = "Its id.")
    private String approvalId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason = "";

    @Override
    protected int run(Services services) {
        CareApproval approval = services.facilities()
                .withdrawApproval(WithdrawApprovalRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setApprovalId(approvalId)
                        .setReason(reason)
                        .build());
        answer(approval, ApprovalText.of(approval));
        return ExitCode.YES;
    }
}
