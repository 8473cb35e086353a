package id.sidik.bridge.console;

import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.Purpose;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "open", description = "Opens what helps when a finger does not, after a decision that did not grant.")
final class FallbackOpenCommand extends ServiceCommand {
    @ArgGroup(multiplicity = "1")
    private PersonOptions person = new PersonOptions();

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "other-finger, card-pin, one-time-code, officer-override or emergency-grace.")
    private String method = "";

    @Option(names = "--purpose", required = true, paramLabel = "PURPOSE", description = "As in 'check'.")
    private String purpose = "";

    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Where it is.")
    private String facility = "";

    @Option(
            names = "--after",
            paramLabel = "DECISION",
            description = "The decision that did not grant; none for a grace.")
    private String after = "";

    @Override
    protected int run(Services services) {
        FallbackRecord fallback = services.fallbacks()
                .openFallback(OpenFallbackRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(person.nid())
                        .setCardNumber(person.cardNumber())
                        .setMethod(Words.parse(FallbackRecord.Method.class, method, "--method"))
                        .setPurpose(Words.parse(Purpose.class, purpose, "--purpose"))
                        .setFacilityId(facility)
                        .setAfterDecisionId(after)
                        .build())
                .getFallback();
        answer(fallback, CaseText.of(fallback));
        return ExitCode.YES;
    }
}
