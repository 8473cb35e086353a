package id.sidik.eligibility.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.proof.MerkleHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEventTest {
    private final AuditEvent decided = AuditEvent.of(
                    AuditEventType.DECISION_MADE, Instant.parse("2026-06-15T05:00:00Z"), "BRIDGE")
            .about("ab12")
            .with(AuditField.REASONS, "PRESENCE_MISMATCH,DECEASED")
            .with(AuditField.OUTCOME, "DENIED")
            .withMicros("verify", 1200)
            .withMicros("facts", 80);

    @Test
    void writesTheSameBytesWhateverTheOrderOfWords() {
        assertThat(text(decided))
                .isEqualTo("{\"type\":\"DECISION_MADE\",\"at\":\"2026-06-15T05:00:00Z\",\"actor_role\":\"BRIDGE\","
                        + "\"subject\":\"ab12\",\"outcome\":\"DENIED\",\"reasons\":\"PRESENCE_MISMATCH,DECEASED\","
                        + "\"micros\":{\"facts\":80,\"verify\":1200}}");
    }

    @Test
    void masksANumberThatSomebodyTypedIntoANote() {
        AuditEvent noted = decided.with(AuditField.NOTE, "ganti dari 3174011708850003 \"lama\"");

        assertThat(text(noted)).contains("3174********0003").doesNotContain("3174011708850003");
    }

    @Test
    void keepsTheHashOfAFileWhole() {
        String sha256 = "12345678901234567890abcdef".repeat(3).substring(0, 64);

        assertThat(text(decided.with(AuditField.FILE, sha256))).contains(sha256);
    }

    @Test
    void refusesAValueWithoutBound() {
        assertThatThrownBy(() -> decided.with(AuditField.NOTE, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashesALeafAsAnAuditorDoes() {
        assertThat(new AuditLeaf(0, decided.content()).hash()).isEqualTo(MerkleHash.leaf(decided.content()));
    }

    private static String text(AuditEvent event) {
        return new String(event.content(), StandardCharsets.UTF_8);
    }

    @Test
    void everyTypeIsCalledSomethingElseInEitherLanguage() {
        assertThat(AuditEventType.values())
                .extracting(AuditEventType::textIndonesian)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeBetween(5, 40));
        assertThat(AuditEventType.values())
                .extracting(AuditEventType::textEnglish)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeBetween(5, 40));
    }
}
