package id.sidik.eligibility.policy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.decision.Decision;

/**
 * A ruling as it is kept. Always the same fields in the same order, so that the same ruling is the same text:
 *
 * <pre>
 * {"outcome": "GRANTED", "benefit", "in_force_until" | "DENIED", "reasons": [name...] | "UNDETERMINED", "cause",
 *  "rules": [{"rule", "result", "missing": [...]}...]       those that spoke or failed
 *  "figures": [{"id", "unit", "amount" | "missing"}...],
 *  "policy"}
 * </pre>
 */
final class RulingJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RulingJson() {}

    static String write(Ruling ruling) {
        ObjectNode json = JSON.createObjectNode();
        switch (ruling.decision()) {
            case Decision.Granted granted ->
                json.put("outcome", "GRANTED")
                        .put("benefit", granted.benefit().name())
                        .put("in_force_until", granted.inForceUntil().toString());
            case Decision.Denied denied -> {
                ArrayNode reasons = json.put("outcome", "DENIED").putArray("reasons");
                denied.reasons().forEach(reason -> reasons.add(reason.name()));
            }
            case Decision.Undetermined undetermined ->
                json.put("outcome", "UNDETERMINED")
                        .put("cause", undetermined.cause().name());
        }
        rules(ruling, json.putArray("rules"));
        figures(ruling, json.putArray("figures"));
        return json.put("policy", ruling.policyVersion()).toString();
    }

    private static void rules(Ruling ruling, ArrayNode rules) {
        ruling.findings().stream().filter(RuleFinding::spoke).forEach(finding -> {
            ObjectNode rule = rules.addObject()
                    .put("rule", finding.rule().id())
                    .put("result", finding.result().name());
            ArrayNode missing = rule.putArray("missing");
            finding.missing().forEach(missing::add);
        });
    }

    private static void figures(Ruling ruling, ArrayNode figures) {
        for (BenefitFigure figure : ruling.figures()) {
            ObjectNode entry = figures.addObject()
                    .put("id", figure.id())
                    .put("unit", figure.unit().name());
            figure.amount()
                    .ifPresentOrElse(
                            amount -> entry.put("amount", amount), () -> entry.put("missing", figure.missing()));
        }
    }
}
