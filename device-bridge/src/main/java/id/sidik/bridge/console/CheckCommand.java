package id.sidik.bridge.console;

import com.google.protobuf.util.Timestamps;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description =
                "Asks the gate whether a member may be served, with a finger from image files as if it was just captured. "
                        + "Exit code 0: granted, 1: denied or undetermined.")
final class CheckCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "PURPOSE",
            description =
                    "hospital-admission, hospital-outpatient, hospital-dialysis, hospital-emergency, claim-jht, claim-jp, "
                            + "claim-jkk, claim-jkm, claim-jkp or pension-proof-of-life.")
    private String purpose = "";

    @Option(
            names = "--facility",
            paramLabel = "ID",
            defaultValue = "operator-desk",
            description = "Whose counter it is (default: ${DEFAULT-VALUE}).")
    private String facility = "";

    @Option(names = "--receipt", paramLabel = "FILE", description = "Write the signed receipt there.")
    private Path receipt = NO_RECEIPT;

    @Option(
            names = "--fallback",
            paramLabel = "ID",
            description =
                    "What the person showed instead of a finger, from 'fallback'; with an IMAGE only if it is another finger.")
    private String fallback = "";

    @Mixin
    private SampleOptions fingers = new SampleOptions();

    private static final Path NO_RECEIPT = Path.of("");

    @Override
    protected int run(Services services) {
        List<Sample> samples = fingers.isEmpty() && !fallback.isEmpty() ? List.of() : fingers.samples();
        Instant now = InstantSource.system().instant();
        CheckEligibilityResponse response = services.gate()
                .checkEligibility(CheckEligibilityRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(person.nid())
                        .setCardNumber(person.cardNumber())
                        .setPurpose(Words.parse(Purpose.class, purpose, "--purpose"))
                        .setFacilityId(facility)
                        .addAllSamples(samples)
                        .setFallbackId(fallback)
                        .setCapturedAt(Timestamps.fromMillis(now.toEpochMilli()))
                        .build());
        answer(response, DecisionText.of(response) + "\nreceipt: " + response.getReceipt());
        if (!receipt.equals(NO_RECEIPT)) {
            write(response.getReceipt());
        }
        return response.hasGranted() ? ExitCode.YES : ExitCode.NO;
    }

    private void write(String jws) {
        try {
            Files.writeString(receipt, jws + "\n");
        } catch (IOException e) {
            throw new UnusableInputException(
                    "cannot write the receipt to " + receipt + "; choose another --receipt", e);
        }
    }
}
