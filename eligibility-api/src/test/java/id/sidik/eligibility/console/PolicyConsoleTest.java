package id.sidik.eligibility.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.policy.PolicyFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void findsTheBuiltInPolicyInOrder() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("is in order");
    }

    @Test
    void showsAllThatIsWrongWithAPolicy() {
        writePolicy("jht.yaml", "denies: WAITING_TIME", "denies: PATIENCE");

        assertThat(run("check", "--policy", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .containsPattern("jht\\.yaml: rules\\[\\d+] jht\\.waiting")
                .contains("'PATIENCE' is unknown");
    }

    @Test
    void passesTheWorkedCasesThatItComesWith() {
        assertThat(run("test", "--quiet")).isZero();
        assertThat(out.toString()).containsPattern("(\\d+) of \\1 worked cases passed");
    }

    @Test
    void saysWhatAChangedRuleChanges() {
        writePolicy("figures-benefits.yaml", "value: 56,", "value: 57,");

        assertThat(run("test", "--quiet", "--policy", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAILED 2026-06-15 JHT pension age: on the 56th birthday")
                .contains("answer: expected GRANTED, and it is DENIED AGE_NOT_REACHED")
                .contains("jht.pension_age DENIES AGE_NOT_REACHED")
                .contains("source: Permenaker 4/2022");
    }

    @Test
    void explainsFactsFromAFile() throws IOException {
        Path facts = folder.resolve("facts.yaml");
        Files.writeString(facts, """
            purpose: CLAIM_JHT
            asked_on: 2026-06-14
            presence: {kind: PROVED}
            member: {known: true, status: ACTIVE, under_review: false}
            programme: {paid: 2015-01..2026-05}
            claim: {reason: RESIGN, event_on: 2026-05-15, employed: false, paid_before: 0, tax_number: true}
            jht: {balance: 1000000}
            """);

        assertThat(run("explain", "--facts", facts.toString(), "--on", "2026-06-14"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("DENIED WAITING_TIME (AUTH-011)")
                .contains("DENIES         jht.waiting -> WAITING_TIME")
                .contains("Permenaker 4/2022");
        assertThat(run("explain", "--facts", facts.toString(), "--on", "2026-06-15"))
                .isZero();
        assertThat(out.toString()).contains("GRANTED JHT until 2026-06-30").contains("1,000,000 rupiah");
    }

    @Test
    void namesAFactThatThereIsNot() throws IOException {
        Path facts = folder.resolve("facts.yaml");
        Files.writeString(facts, "purpose: CLAIM_JHT\nmember: {age: 56}\n");

        assertThat(run("explain", "--facts", facts.toString(), "--on", "2026-06-14"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no fact 'member.age'");
    }

    @Test
    void listsFactsAndFigures() {
        assertThat(run("facts")).isZero();
        assertThat(run("figures", "--on", "2021-06-15")).isZero();
        assertThat(out.toString())
                .containsPattern("claim\\.reason +TEXT +\\*")
                .containsPattern("jp\\.wage_cap +not known")
                .containsPattern("jht\\.rate_employer +3\\.7 %");
    }

    @Test
    void saysThatNoGateServesAFolder() {
        assertThat(run("replay", "--decision", "d-1", "--data", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    private int run(String... arguments) {
        return Main.run(buffered(out), buffered(err), arguments);
    }

    /** As a process's own writers: what is not flushed before it ends is lost. */
    private static PrintWriter buffered(StringWriter text) {
        return new PrintWriter(new BufferedWriter(text));
    }

    /** The built-in policy with one change. */
    private void writePolicy(String file, String right, String wrong) {
        PolicyFiles.builtIn().texts().forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), name.equals(file) ? text.replace(right, wrong) : text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
