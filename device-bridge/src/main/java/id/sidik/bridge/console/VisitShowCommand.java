package id.sidik.bridge.console;

import id.sidik.eligibility.v1.GetVisitRequest;
import id.sidik.eligibility.v1.VisitRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one visit.")
final class VisitShowCommand extends ServiceCommand {
    @Parameters(paramLabel = "VISIT", description = "The id of the visit.")
    private String visit = "";

    @Override
    protected int run(Services services) {
        VisitRecord found = services.visits()
                .getVisit(GetVisitRequest.newBuilder().setVisitId(visit).build())
                .getVisit();
        answer(found, CaseText.of(found));
        return ExitCode.YES;
    }
}
