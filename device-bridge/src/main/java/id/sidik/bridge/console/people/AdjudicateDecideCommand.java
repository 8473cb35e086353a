package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseResponse;
import id.sidik.eligibility.v1.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "decide", description = "Says what a case is. Exit code 1: a second officer must say the same.")
final class AdjudicateDecideCommand extends ServiceCommand {
    @Parameters(index = "0", paramLabel = "CASE", description = "The case's id.")
    private String caseId = "";

    @Option(
            names = "--verdict",
            required = true,
            paramLabel = "VERDICT",
            description = "same-person or different-people.")
    private String verdict = "";

    @Option(
            names = "--as",
            paramLabel = "NID",
            description = "Whom the applicant is the same person as: that member counts for both.")
    private String counterpart = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit.")
    private String reason = "";

    @Option(names = "--officer", required = true, paramLabel = "NAME", description = "Who decides.")
    private String officer = "";

    @Override
    protected int run(Services services) {
        DecideAdjudicationCaseResponse response = services.adjudication()
                .decideAdjudicationCase(DecideAdjudicationCaseRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setCaseId(caseId)
                        .setVerdict(Words.parse(Verdict.class, verdict, "--verdict"))
                        .setCounterpartNid(counterpart)
                        .setReason(reason)
                        .setOfficer(officer)
                        .build());
        answer(
                response,
                response.getDecided()
                        ? "decided; " + response.getMember().getNid() + " is "
                                + Words.of(response.getMember().getStatus())
                        : "proposed; another officer must say the same");
        return response.getDecided() ? ExitCode.YES : ExitCode.NO;
    }
}
