package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ListApprovalsRequest;
import id.sidik.eligibility.v1.ListApprovalsResponse;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "What was approved for a member, latest first. The read is audited.")
final class ApprovalListCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Override
    protected int run(Services services) {
        ListApprovalsResponse response = services.facilities()
                .listApprovals(ListApprovalsRequest.newBuilder().setNid(nid).build());
        answer(
                response,
                response.getApprovalsList().stream()
                        .map(ApprovalText::of)
                        .collect(Collectors.joining(System.lineSeparator())));
        return ExitCode.YES;
    }
}
