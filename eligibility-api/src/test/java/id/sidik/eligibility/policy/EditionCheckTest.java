package id.sidik.eligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.decision.Purpose;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionCheckTest {
    private static final String RULE = """
        rules:
          - id: a.rule
            from: 2020-01-01
            purposes: [CLAIM_JHT]
            when: member.status == 'SUSPENDED'
            denies: SUSPENDED
            text: {id: Ditangguhkan., en: Suspended.}
            source: nowhere
        """;
    private static final String FIGURE = """
        figures:
          - id: a.figure
            unit: MONTHS
            source: nowhere
            values:
              - {from: 2020-01-01, until: 2020-12-31, value: 1, confidence: seen}
              - {from: 2021-01-01, value: 2, confidence: seen}
        """;

    @Test
    void takesWhatIsInOrder() {
        assertThatCode(() -> Policy.of(files(RULE))).doesNotThrowAnyException();
        assertThatCode(() -> Policy.of(files(FIGURE))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "member.status == 'SUSPENDED' | member.stat == 'X'           | undeclared reference to 'member'",
                "member.status == 'SUSPENDED' | member.born_on == 'X'        | found no matching overload",
                "member.status == 'SUSPENDED' | member.born_on               | bool is needed",
                "member.status == 'SUSPENDED' | figure.no.such > 1           | undeclared reference to 'figure'",
                "member.status == 'SUSPENDED' | purpose.all(x, x == purpose)  | undeclared reference to",
                "member.status == 'SUSPENDED' | member.status == 'ASLEEP'    | member.status is never 'ASLEEP'",
                "member.status == 'SUSPENDED' | purpose in ['CLAIM_JHT','NAP'] | purpose is never 'NAP'",
                "member.status == 'SUSPENDED' | 1 > 2                        | is false whatever the facts are",
                "denies: SUSPENDED            | denies: TIRED                | denies 'TIRED' is unknown",
                "denies: SUSPENDED            | refers: TIRED                | refers 'TIRED' is unknown",
                "denies: SUSPENDED            | because: SUSPENDED           | a rule either denies with a reason or"
                        + " refers",
                "', en: Suspended.'           | ''                           | en is missing",
                "id: Ditangguhkan.            | in: Ditangguhkan.            | id is missing",
                "from: 2020-01-01             | from: 2020-02-30             | from is a day such as 2026-06-15",
                "from: 2020-01-01             | 'from: 2020-01-01\n    until: 2019-12-31' | ends before it begins",
                "from: 2020-01-01             | 'from: 1960-01-01\n    until: 1960-12-31' | cannot be reached: none of",
                "source: nowhere              | 'source: nowhere\n    colour: red'   | 'colour' means nothing here",
            })
    void refusesARuleThatCannotBeMeant(String right, String wrong, String complaint) {
        refused(RULE, right, wrong, complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 2021-01-01 | from: 2021-01-02 | nothing is said between",
                "from: 2021-01-01 | from: 2020-12-31 | two overlap",
                "value: 2         | value: two       | 'two' is not a number of MONTHS",
                "value: 2         | value: 2.5       | '2.5' is not a number of MONTHS",
                "unit: MONTHS     | unit: MOONS      | unit 'MOONS' is unknown",
            })
    void refusesAFigureWithHolesInTime(String right, String wrong, String complaint) {
        refused(FIGURE, right, wrong, complaint);
    }

    @Test
    void refusesARuleThatAnotherSaysAlready() {
        String twin = RULE.replace("rules:\n", "").replace("a.rule", "another.rule");

        assertThatThrownBy(() -> Policy.of(files(RULE + twin)))
                .hasMessageContaining("another.rule: cannot be reached: a.rule says the same");
    }

    @Test
    void refusesVersionsOfARuleThatOverlap() {
        String later = RULE.replace("rules:\n", "").replace("SUSPENDED", "MERGED");

        assertThatThrownBy(() -> Policy.of(files(RULE + later))).hasMessageContaining("two overlap");
    }

    @Test
    void showsAllThatIsWrongAtOnce() {
        String wrong = RULE.replace("denies: SUSPENDED", "denies: TIRED").replace("from: 2020-01-01", "from: soon");

        assertThatThrownBy(() -> Policy.of(files(wrong)))
                .isInstanceOfSatisfying(
                        PolicyRefusedException.class,
                        refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    void givesAnotherVersionToAnotherByte() {
        String before = Policy.of(files(RULE)).version();
        String after = Policy.of(files(RULE.replace("nowhere", "Nowhere"))).version();

        assertThat(after).isNotEqualTo(before);
        assertThat(Policy.of(files(RULE)).version()).isEqualTo(before);
    }

    private static void refused(String text, String right, String wrong, String complaint) {
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Policy.of(files(text.replace(right, wrong))))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining(complaint);
    }

    /** A policy that serves everybody who is present, and more. */
    static PolicyFiles files(String more) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("policy.yaml", "edition: \"2026.9\"\nfiles: [purposes.yaml, more.yaml]\n");
        texts.put(
                "purposes.yaml",
                "purposes:\n"
                        + Arrays.stream(Purpose.values())
                                .map(purpose -> """
                                      - purpose: %s
                                        from: 2000-01-01
                                        present_if: presence.kind == 'PROVED'
                                        holds_until: "on"
                                        text: {id: Ya., en: Yes.}
                                        source: nowhere
                                    """.formatted(purpose))
                                .collect(Collectors.joining()));
        texts.put("more.yaml", more);
        return new PolicyFiles(texts);
    }
}
