package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.RuleFinding;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.v1.BenefitFigure;
import id.sidik.eligibility.v1.Denied;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.Granted;
import id.sidik.eligibility.v1.Reason;
import id.sidik.eligibility.v1.RuleVoice;
import id.sidik.eligibility.v1.Undetermined;
import java.time.LocalDate;
import java.util.List;

/** Says in the words of the contract what a policy found. */
public final class PolicyWording {
    private PolicyWording() {}

    /** What a ruling says, rule by rule. */
    public static ExplainEligibilityResponse explanation(Facts facts, LocalDate day, Ruling ruling) {
        ExplainEligibilityResponse.Builder response = ExplainEligibilityResponse.newBuilder()
                .setPolicyVersion(ruling.policyVersion())
                .setOn(day.toString())
                .setRuling(ruling.json())
                .addAllRules(
                        ruling.findings().stream().map(PolicyWording::voice).toList());
        for (Fact fact : Fact.values()) {
            facts.find(fact).ifPresent(value -> response.putFacts(fact.factName(), value.toString()));
        }
        return switch (ruling.decision()) {
            case Decision.Granted granted ->
                response.setGranted(granted(granted, ruling)).build();
            case Decision.Denied denied ->
                response.setDenied(denied(denied, ruling)).build();
            case Decision.Undetermined undetermined ->
                response.setUndetermined(undetermined(undetermined)).build();
        };
    }

    static Granted granted(Decision.Granted granted, Ruling ruling) {
        return Granted.newBuilder()
                .setBenefit(granted.benefit().name())
                .setInForceUntil(granted.inForceUntil().toString())
                .addAllFigures(figures(ruling))
                .build();
    }

    /** In the words of the rules that denied, which say more than those of the reason. */
    static Denied denied(Decision.Denied denied, Ruling ruling) {
        return Denied.newBuilder()
                .addAllReasons(denied.reasons().stream()
                        .map(reason -> Reason.newBuilder()
                                .setCode(reason.code())
                                .setName(reason.name())
                                .setTextId(ruling.text(reason).indonesian())
                                .setTextEn(ruling.text(reason).english())
                                .build())
                        .toList())
                .build();
    }

    static Undetermined undetermined(Decision.Undetermined undetermined) {
        return Undetermined.newBuilder()
                .setCause(undetermined.cause().name())
                .setTextId(undetermined.cause().textIndonesian())
                .setTextEn(undetermined.cause().textEnglish())
                .setCode(undetermined.cause().code())
                .build();
    }

    private static List<BenefitFigure> figures(Ruling ruling) {
        return ruling.figures().stream()
                .map(figure -> {
                    BenefitFigure.Builder worded = BenefitFigure.newBuilder()
                            .setId(figure.id())
                            .setUnit(figure.unit().name())
                            .setMissing(figure.missing())
                            .setTextId(figure.text().indonesian())
                            .setTextEn(figure.text().english());
                    figure.amount().ifPresent(worded::setAmount);
                    return worded.build();
                })
                .toList();
    }

    private static RuleVoice voice(RuleFinding finding) {
        return RuleVoice.newBuilder()
                .setRule(finding.rule().id())
                .setResult(finding.result().name())
                .setEffect(finding.rule().effect().label())
                .setInForce(finding.rule().inForce().toString())
                .setCondition(finding.rule().condition())
                .addAllMissing(finding.missing())
                .setSource(finding.rule().source())
                .setTextId(finding.rule().text().indonesian())
                .setTextEn(finding.rule().text().english())
                .build();
    }
}
