package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.eligibility.v1.AdjudicationFile;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "open", description = "Opens a case about two members who look like one person.")
final class AdjudicateOpenCommand extends ServiceCommand {
    @Option(
            names = "--nid",
            required = true,
            paramLabel = "NID",
            description = "One of them; merged into the other, if they are one.")
    private String nid = "";

    @Option(names = "--other", required = true, paramLabel = "NID", description = "The other.")
    private String other = "";

    @Option(names = "--officer", required = true, paramLabel = "NAME", description = "Who reports it.")
    private String officer = "";

    @Override
    protected int run(Services services) {
        AdjudicationFile file = services.adjudication()
                .openAdjudicationCase(OpenAdjudicationCaseRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setOtherNid(other)
                        .setOfficer(officer)
                        .build());
        answer(file, AdjudicateShowCommand.text(file));
        return ExitCode.YES;
    }
}
