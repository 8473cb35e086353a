package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.policy.RuleFinding.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a policy makes of the facts.
 *
 * @param decision what may be told to whoever stands there
 * @param findings what each rule of the purpose said, told or not: for the audit, and for whoever wants to know why
 * @param figures what somebody who is granted may expect
 * @param memberKnown as in the facts
 * @param presence as in the facts
 * @param policyVersion of the rules that decided
 */
public record Ruling(
        Decision decision,
        List<RuleFinding> findings,
        List<BenefitFigure> figures,
        boolean memberKnown,
        PresenceKind presence,
        String policyVersion) {

    public Ruling {
        findings = List.copyOf(findings);
        figures = List.copyOf(figures);
        if (decision instanceof Decision.Granted && findings.stream().anyMatch(RuleFinding::spoke)) {
            throw new IllegalArgumentException("nobody is granted against a rule");
        }
    }

    /** As much as is known of a decision that was kept without its facts. */
    public static Ruling withoutFacts(Decision decision, String policyVersion) {
        return new Ruling(decision, List.of(), List.of(), true, PresenceKind.PROVED, policyVersion);
    }

    /** Every reason against, in order of precedence, told or not: for the audit only. */
    public List<DenialReason> grounds() {
        if (!memberKnown) {
            return List.of(DenialReason.NOT_A_MEMBER);
        }
        List<DenialReason> grounds = new ArrayList<>(reasons(findings));
        if (presence == PresenceKind.MISMATCH) {
            grounds.add(DenialReason.PRESENCE_MISMATCH);
        }
        return grounds.stream().sorted().toList();
    }

    static List<DenialReason> reasons(Collection<RuleFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.result() == Result.DENIES)
                .map(finding -> finding.rule().effect())
                .filter(Rule.Effect.Denies.class::isInstance)
                .map(effect -> ((Rule.Effect.Denies) effect).reason())
                .sorted()
                .distinct()
                .toList();
    }

    /** As it is kept: the same ruling is always the same text. */
    public String json() {
        return RulingJson.write(this);
    }

    /** What to say of a reason: the words of the first rule that gave it, or those of the reason itself. */
    public BilingualText text(DenialReason reason) {
        return findings.stream()
                .filter(finding -> finding.denies(reason))
                .map(finding -> finding.rule().text())
                .findFirst()
                .orElseGet(() -> new BilingualText(reason.textIndonesian(), reason.textEnglish()));
    }
}
