package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.SplitMemberRequest;
import id.sidik.eligibility.v1.SplitMemberResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "split", description = "Undoes a merge. Exit code 1: a second officer must ask for the same.")
final class AdjudicateSplitCommand extends ServiceCommand {
    @Option(
            names = "--nid",
            required = true,
            paramLabel = "NID",
            description = "The number that was merged into another.")
    private String nid = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit.")
    private String reason = "";

    @Option(names = "--officer", required = true, paramLabel = "NAME", description = "Who decides.")
    private String officer = "";

    @Override
    protected int run(Services services) {
        SplitMemberResponse response = services.adjudication()
                .splitMember(SplitMemberRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setReason(reason)
                        .setOfficer(officer)
                        .build());
        answer(
                response,
                response.getSplit()
                        ? "split; " + nid + " is "
                                + Words.of(response.getMember().getStatus())
                        : "proposed; another officer must ask for the same");
        return response.getSplit() ? ExitCode.YES : ExitCode.NO;
    }
}
