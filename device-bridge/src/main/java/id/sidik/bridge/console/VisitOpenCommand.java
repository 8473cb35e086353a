package id.sidik.bridge.console;

import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.VisitRecord;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "open", description = "Opens a visit on a receipt, which is used up, or on the grace of an emergency.")
final class VisitOpenCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "outpatient, dialysis or admission.")
    private String kind = "";

    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Where it is.")
    private String facility = "";

    @Option(names = "--grace", paramLabel = "ID", description = "The grace of an emergency, from 'fallback open'.")
    private String grace = "";

    @Option(names = "--receipt", paramLabel = "FILE", description = "The receipt of presence, from 'check --receipt'.")
    private Path receipt = NO_FILE;

    private static final Path NO_FILE = Path.of("");

    @Override
    protected int run(Services services) {
        VisitRecord visit = services.visits()
                .openVisit(OpenVisitRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(person.nid())
                        .setCardNumber(person.cardNumber())
                        .setKind(Words.parse(VisitRecord.Kind.class, kind, "--kind"))
                        .setFacilityId(facility)
                        .setReceipt(
                                receipt.equals(NO_FILE)
                                        ? ""
                                        : TextFile.read(receipt).strip())
                        .setGraceFallbackId(grace)
                        .build())
                .getVisit();
        answer(visit, CaseText.of(visit));
        return ExitCode.YES;
    }
}
