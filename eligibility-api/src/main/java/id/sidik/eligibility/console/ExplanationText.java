package id.sidik.eligibility.console;

import id.sidik.eligibility.v1.BenefitFigure;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.RuleVoice;
import java.util.Formatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An explanation as an officer reads it: the answer, what is expected, each rule that spoke, and what was known. */
final class ExplanationText {
    private static final Set<String> SPEAKING = Set.of("DENIES", "REFERS", "FAILED");

    private ExplanationText() {}

    static String of(ExplainEligibilityResponse explanation, boolean all) {
        Formatter text = new Formatter(Locale.ROOT);
        text.format(
                "%s  (on %s, policy %s)%n", answer(explanation), explanation.getOn(), explanation.getPolicyVersion());
        explanation.getGranted().getFiguresList().forEach(figure -> figure(text, figure));
        explanation.getRulesList().stream()
                .filter(rule -> all || SPEAKING.contains(rule.getResult()))
                .forEach(rule -> rule(text, rule));
        text.format("known:%n");
        new TreeMap<>(explanation.getFactsMap()).forEach((name, value) -> text.format("  %-26s %s%n", name, value));
        return text.toString();
    }

    private static String answer(ExplainEligibilityResponse explanation) {
        return switch (explanation.getOutcomeCase()) {
            case GRANTED ->
                "GRANTED " + explanation.getGranted().getBenefit() + " until "
                        + explanation.getGranted().getInForceUntil();
            case DENIED ->
                "DENIED "
                        + explanation.getDenied().getReasonsList().stream()
                                .map(reason -> reason.getName() + " (" + reason.getCode() + ")")
                                .collect(Collectors.joining(", "));
            case UNDETERMINED ->
                "UNDETERMINED " + explanation.getUndetermined().getCause() + " ("
                        + explanation.getUndetermined().getCode() + ")";
            case OUTCOME_NOT_SET -> "NO ANSWER";
        };
    }

    private static void figure(Formatter text, BenefitFigure figure) {
        String amount = figure.hasAmount()
                ? String.format(
                        Locale.ROOT,
                        "%,d %s",
                        figure.getAmount(),
                        figure.getUnit().toLowerCase(Locale.ROOT))
                : "not known without " + figure.getMissing();
        text.format("  %-26s %s  %s%n", figure.getId(), amount, figure.getTextEn());
    }

    private static void rule(Formatter text, RuleVoice rule) {
        text.format("  %-14s %s -> %s%n", rule.getResult(), rule.getRule(), rule.getEffect());
        text.format("      %s / %s%n", rule.getTextId(), rule.getTextEn());
        text.format("      when %s%n", rule.getCondition());
        if (rule.getMissingCount() > 0) {
            text.format("      without %s%n", String.join(", ", rule.getMissingList()));
        }
        text.format("      %s, %s%n", rule.getSource(), rule.getInForce());
    }
}
