package id.sidik.bridge.console;

import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimDocuments;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "submit", description = "Adds documents by their hashes, and says that nothing more will come.")
final class ClaimSubmitCommand extends ServiceCommand {
    @Parameters(paramLabel = "CLAIM", description = "The id of the claim.")
    private String claim = "";

    @Option(
            names = "--document",
            arity = "1",
            paramLabel = "KIND=FILE",
            description =
                    "A document, such as invoice=bill.pdf: its SHA-256 is sent, and the file stays here. Repeatable.")
    private Map<String, Path> documents = Map.of();

    @Override
    protected int run(Services services) {
        ClaimDocuments.Builder hashes = ClaimDocuments.newBuilder();
        documents.forEach((kind, file) -> hashes.addDocuments(ClaimDocument.newBuilder()
                .setKind(Words.parse(ClaimDocument.Kind.class, kind, "--document"))
                .setSha256(FileHash.sha256(file))));
        if (hashes.getDocumentsCount() > 0) {
            supply(services, SupplyClaimRequest.newBuilder().setDocuments(hashes));
        }
        ClaimRecord submitted = supply(services, SupplyClaimRequest.newBuilder().setSubmit(true));
        answer(submitted, CaseText.of(submitted));
        return ExitCode.YES;
    }

    private ClaimRecord supply(Services services, SupplyClaimRequest.Builder request) {
        return services.claims()
                .supplyClaim(
                        request.setIdempotencyKey(newKey()).setClaimId(claim).build())
                .getClaim();
    }
}
