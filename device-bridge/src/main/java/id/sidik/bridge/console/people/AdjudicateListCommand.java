package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesResponse;
import id.sidik.eligibility.v1.ListDecidedCasesRequest;
import id.sidik.eligibility.v1.ListDecidedCasesResponse;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Prints the cases that wait, oldest first, one a line.")
final class AdjudicateListCommand extends ServiceCommand {
    @Option(names = "--decided", description = "Those that were decided, instead.")
    private boolean decided;

    @Override
    protected int run(Services services) {
        String token = "";
        do {
            token = decided ? decided(services, token) : waiting(services, token);
        } while (!token.isEmpty());
        return ExitCode.YES;
    }

    private String waiting(Services services, String token) {
        ListAdjudicationCasesResponse page = services.gate()
                .listAdjudicationCases(ListAdjudicationCasesRequest.newBuilder()
                        .setPageToken(token)
                        .build());
        page.getCasesList()
                .forEach(held -> answer(
                        held,
                        held.getCaseId() + "  "
                                + Instant.ofEpochSecond(held.getOpenedAt().getSeconds()) + "  " + held.getApplicantNid()
                                + " looks like " + held.getCandidatesCount()));
        return page.getNextPageToken();
    }

    private String decided(Services services, String token) {
        ListDecidedCasesResponse page = services.adjudication()
                .listDecidedCases(
                        ListDecidedCasesRequest.newBuilder().setPageToken(token).build());
        page.getCasesList()
                .forEach(held -> answer(
                        held,
                        held.getCaseId() + "  " + Words.of(held.getVerdict()) + ", by "
                                + String.join(" and ", held.getOfficersList()) + ": " + held.getReason()));
        return page.getNextPageToken();
    }
}
