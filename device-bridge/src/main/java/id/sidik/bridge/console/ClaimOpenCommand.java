package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.Programme;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "open",
        description = "Opens a claim, on a receipt, which is used up, or on the presence of the visit that it bills.")
final class ClaimOpenCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Option(names = "--programme", required = true, paramLabel = "NAME", description = "JHT, JKK, JKM, JP, JKP or JKN.")
    private String programme = "";

    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Where it is.")
    private String facility = "";

    @Option(
            names = "--event-on",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "The day that the claim rests on.")
    private String eventOn = "";

    @Option(names = "--amount", required = true, paramLabel = "RUPIAH", description = "What is claimed, whole rupiah.")
    private long amountRupiah;

    @Option(names = "--visit", paramLabel = "ID", description = "The visit that is billed.")
    private String visit = "";

    @Option(names = "--receipt", paramLabel = "FILE", description = "The receipt of presence, from 'check --receipt'.")
    private Path receipt = NO_FILE;

    private static final Path NO_FILE = Path.of("");

    @Override
    protected int run(Services services) {
        ClaimRecord claim = services.claims()
                .openClaim(OpenClaimRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(person.nid())
                        .setCardNumber(person.cardNumber())
                        .setProgramme(Words.parse(Programme.class, programme, "--programme"))
                        .setFacilityId(facility)
                        .setEventOn(eventOn)
                        .setAmountRupiah(amountRupiah)
                        .setVisitId(visit)
                        .setReceipt(
                                receipt.equals(NO_FILE)
                                        ? ""
                                        : TextFile.read(receipt).strip())
                        .build())
                .getClaim();
        answer(claim, CaseText.of(claim));
        return ExitCode.YES;
    }
}
