package id.sidik.bridge.console;

import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.VisitRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "end",
        description = "Ends a visit: an admission by how it ended, others as completed, any as cancelled.")
final class VisitEndCommand extends ServiceCommand {
    @Parameters(paramLabel = "VISIT", description = "The id of the visit.")
    private String visit = "";

    @Option(
            names = "--how",
            required = true,
            paramLabel = "WORD",
            description = "home, referred, against-advice, died or other; completed; cancelled.")
    private String how = "";

    @Override
    protected int run(Services services) {
        EndVisitRequest.Builder request =
                EndVisitRequest.newBuilder().setIdempotencyKey(newKey()).setVisitId(visit);
        switch (how) {
            case "completed" -> request.setComplete(true);
            case "cancelled" -> request.setCancel(true);
            default -> request.setDischarge(Words.parse(EndVisitRequest.Manner.class, how, "--how"));
        }
        VisitRecord ended = services.visits().endVisit(request.build()).getVisit();
        answer(ended, CaseText.of(ended));
        return ExitCode.YES;
    }
}
