package id.sidik.eligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be evaluated grants nobody. */
class FailingRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final String FIGURE = """
        figures:
          - id: late
            unit: COUNT
            source: nowhere
            values: [{from: 2027-01-01, value: 1, confidence: seen}]
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first_day(programme.paid) < on",
                "1 / count(programme.paid) > 0",
                "9223372036854775807 + count(programme.paid) + 1 > 0",
                "share(9223372036854775807, 2000000) > 0",
                "date('2026-02-30') < on",
                "plus_months(on, 9223372036854775807) < on",
                "covered_until(programme.paid, on, 1) < on",
                "rounded(1, 0) > 0",
                "figure.late > 0",
            })
    void refersWhenTheComputationHasNoResult(String condition) {
        assertThat(decision(rule(condition))).isEqualTo(new Decision.Undetermined(UndeterminedCause.POLICY_FAILED));
    }

    @Test
    void refersWhenAFactIsMissingThatMatters() {
        assertThat(decision(rule("member.born_on < on || false")))
                .isEqualTo(new Decision.Undetermined(UndeterminedCause.FACT_MISSING));
    }

    @Test
    void doesWithoutAFactThatDoesNotMatter() {
        assertThat(decision(rule("member.born_on < on && member.status == 'SUSPENDED'")))
                .isInstanceOf(Decision.Granted.class);
        assertThat(decision(rule("member.born_on < on || member.status == 'ACTIVE'")))
                .isEqualTo(new Decision.Denied(List.of(DenialReason.SUSPENDED)));
    }

    @Test
    void deniesForWhatIsCertainWhateverFailsBesideIt() {
        String both = rule("member.status == 'ACTIVE'")
                + rule("1 / count(programme.paid) > 0")
                        .replace("rules:\n", "")
                        .replace("a.rule", "b.rule")
                        .replace("denies: SUSPENDED", "denies: MERGED");

        assertThat(decision(both)).isEqualTo(new Decision.Denied(List.of(DenialReason.SUSPENDED)));
    }

    private static Decision decision(String rules) {
        Facts facts = Facts.none()
                .with(Fact.PURPOSE, "CLAIM_JHT")
                .with(Fact.MEMBER_KNOWN, true)
                .with(Fact.MEMBER_STATUS, "ACTIVE")
                .presence(new Presence.Proved(0, 1e-4))
                .standing(Optional.empty())
                .build();
        assertThat(facts.purpose()).isEqualTo(Purpose.CLAIM_JHT);
        return Policy.of(EditionCheckTest.files(FIGURE + rules))
                .decide(facts, DAY)
                .decision();
    }

    private static String rule(String condition) {
        return """
            rules:
              - id: a.rule
                from: 2020-01-01
                purposes: [CLAIM_JHT]
                when: "%s"
                denies: SUSPENDED
                text: {id: Tidak., en: No.}
                source: nowhere
            """.formatted(condition);
    }
}
