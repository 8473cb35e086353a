package id.sidik.eligibility.console;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.sidik.eligibility.journey.PolicyWording;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.v1.ExplainEligibilityRequest;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Shows which rule says what about a person on a day, as if presence were proved.",
            "Asks the gate that runs, with --nid, or decides here, from a file of facts. Exit code 0: would be granted,"
                    + " 1: would not."
        })
final class ExplainCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private About about;

    /** A person in the register, or a file. */
    static final class About {
        @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
        private String nid = "";

        @Option(
                names = "--facts",
                required = true,
                paramLabel = "FILE",
                description = "YAML or JSON: facts by name, as in a worked case.")
        private Path file = Path.of("");
    }

    @Option(names = "--purpose", paramLabel = "PURPOSE", description = "With --nid: for example claim-jht.")
    private String purpose = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "YYYY-MM-DD, past or to come.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private LocalDate on;

    @Option(
            names = "--fact",
            paramLabel = "NAME=VALUE",
            description = "With --nid: a fact instead of what the register says.")
    private Map<String, String> supposed = new LinkedHashMap<>();

    @Option(names = "--all", description = "Also the rules that had nothing to say.")
    private boolean all;

    @Mixin
    private PolicyOption which = new PolicyOption();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExplainEligibilityResponse explanation = about.nid.isEmpty() ? fromFile() : fromGate();
        spec.commandLine().getOut().print(ExplanationText.of(explanation, all));
        return explanation.hasGranted() ? 0 : Failures.NO;
    }

    private ExplainEligibilityResponse fromGate() {
        ExplainEligibilityRequest request = ExplainEligibilityRequest.newBuilder()
                .setNid(about.nid)
                .setPurpose(purpose())
                .setOn(on.toString())
                .putAllFacts(supposed)
                .build();
        return gate.ask(policy -> policy.explainEligibility(request));
    }

    private Purpose purpose() {
        String name = purpose.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Purpose.values())
                .filter(word -> word.name().equals(name) && word != Purpose.PURPOSE_UNSPECIFIED)
                .findFirst()
                .orElseThrow(() -> new UnusableInputException(
                        "--purpose '" + purpose + "' is not known; use for example claim-jht or hospital-admission"));
    }

    private ExplainEligibilityResponse fromFile() {
        try {
            Facts facts = Facts.of(new YAMLMapper().readTree(Files.readString(about.file)));
            return PolicyWording.explanation(facts, on, which.policy().decide(facts, on));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInputException("cannot use the facts in " + about.file + ": " + e.getMessage(), e);
        }
    }
}
