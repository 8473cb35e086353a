package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.BenefitFigure;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.Reason;
import id.sidik.eligibility.v1.SimulateBenefitRequest;
import id.sidik.eligibility.v1.SimulateBenefitResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = {
            "Says what a benefit would come to, today or on a day to come, if contributions go on as they did.",
            "Decides nothing. Exit code 1: it would not be granted."
        })
final class MemberSimulateCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--purpose", required = true, paramLabel = "PURPOSE", description = "For example claim-jht.")
    private String purpose = "";

    @Option(
            names = "--on",
            paramLabel = "YYYY-MM-DD",
            description = "On that day, up to 60 years ahead (default: today).")
    private String day = "";

    @Option(
            names = "--fact",
            paramLabel = "NAME=VALUE",
            description = "What happened, for example claim.reason=PENSION_AGE; './sidik policy facts' lists them.")
    private Map<String, String> facts = new LinkedHashMap<>();

    @Override
    protected int run(Services services) {
        SimulateBenefitResponse answer = services.policy()
                .simulateBenefit(SimulateBenefitRequest.newBuilder()
                        .setNid(nid)
                        .setPurpose(Words.parse(Purpose.class, purpose, "--purpose"))
                        .setOn(day)
                        .putAllCircumstances(facts)
                        .build());
        answer(answer, text(answer));
        return answer.hasGranted() ? ExitCode.YES : ExitCode.NO;
    }

    private static String text(SimulateBenefitResponse answer) {
        Stream<String> outcome = switch (answer.getOutcomeCase()) {
            case GRANTED ->
                Stream.concat(
                        Stream.of("would be granted on " + answer.getOn()),
                        answer.getGranted().getFiguresList().stream().map(MemberSimulateCommand::line));
            case DENIED ->
                Stream.concat(
                        Stream.of("would be denied on " + answer.getOn()),
                        answer.getDenied().getReasonsList().stream()
                                .map(Reason::getTextEn)
                                .map(text -> "  " + text));
            case UNDETERMINED, OUTCOME_NOT_SET ->
                Stream.of("cannot be told: " + answer.getUndetermined().getTextEn());
        };
        Stream<String> assumed = answer.getMonthsAssumed() == 0
                ? Stream.empty()
                : Stream.of("assumed: " + answer.getMonthsAssumed() + " more months of " + answer.getMonthRupiah()
                        + " rupiah, and no returns");
        return Stream.concat(outcome, assumed).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(BenefitFigure figure) {
        String amount = figure.hasAmount()
                ? figure.getAmount() + " " + figure.getUnit().toLowerCase(Locale.ROOT)
                : "not known: " + figure.getMissing();
        return "  " + figure.getTextEn() + " " + amount;
    }
}
