package id.sidik.eligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedCasesTest {
    private static final Policy POLICY = Policy.builtIn();

    static Stream<WorkedCase> shipped() {
        return WorkedCases.builtIn().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void decidesAsTheLawDoes(WorkedCase worked) {
        assertThat(worked.run(POLICY).differences()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void decidesTheSameOfFactsThatWereWrittenDown(WorkedCase worked) {
        Facts read = Facts.ofJson(worked.facts().json());

        assertThat(read).isEqualTo(worked.facts());
        assertThat(POLICY.decide(read, worked.day()).json())
                .isEqualTo(POLICY.decide(worked.facts(), worked.day()).json());
    }

    @Test
    void shipsEnoughCasesEachWithItsSource() {
        List<WorkedCase> cases = WorkedCases.builtIn();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(cases).extracting(WorkedCase::source).noneMatch(String::isBlank);
        assertThat(cases).extracting(WorkedCase::name).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsDifferent() {
        List<WorkedCase> cases = WorkedCases.read("wrong.yaml", """
            groups:
              - name: wrong
                source: none
                facts: {purpose: CLAIM_JHT, presence: {kind: PROVED}, member: {known: true, status: SUSPENDED, under_review: false},
                        programme: {paid: 2020-01}, claim: {reason: UNSTATED}}
                cases:
                  - {name: one, on: 2020-01-31, expect: GRANTED, until: 2020-02-29, figures: {jht.balance: 5}}
            """);

        assertThat(cases.getFirst().run(POLICY).differences())
                .containsExactly(
                        "answer: expected GRANTED, and it is DENIED SUSPENDED",
                        "until: expected 2020-02-29, and it is no yes",
                        "jht.balance: expected 5, and it is not offered");
    }

    @Test
    void refusesAFactThatThereIsNot() {
        assertThatThrownBy(() -> WorkedCases.read("wrong.yaml", """
            groups:
              - name: wrong
                source: none
                facts: {purpose: CLAIM_JHT, member: {age: 56}}
                cases: [{name: one, on: 2020-01-31, expect: GRANTED}]
            """))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining("there is no fact 'member.age'");
    }
}
