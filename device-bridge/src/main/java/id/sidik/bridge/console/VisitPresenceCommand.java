package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ShowVisitPresenceRequest;
import id.sidik.eligibility.v1.VisitRecord;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "presence", description = "Shows presence after an emergency.")
final class VisitPresenceCommand extends ServiceCommand {
    @Parameters(paramLabel = "VISIT", description = "The id of the visit.")
    private String visit = "";

    @Option(
            names = "--receipt",
            required = true,
            paramLabel = "FILE",
            description = "The receipt of presence, from 'check --receipt'.")
    private Path receipt = NO_FILE;

    private static final Path NO_FILE = Path.of("");

    @Override
    protected int run(Services services) {
        VisitRecord shown = services.visits()
                .showVisitPresence(ShowVisitPresenceRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setVisitId(visit)
                        .setReceipt(TextFile.read(receipt).strip())
                        .build())
                .getVisit();
        answer(shown, CaseText.of(shown));
        return ExitCode.YES;
    }
}
