package id.sidik.eligibility.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.journey.RecordKinds;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    private Path folder;

    private String earlierHead = "";

    @BeforeEach
    void writeThreeLeaves() throws IOException {
        KeyRing keys = KeyRing.openOrCreate(folder, false);
        try (EligibilityStore store = EligibilityStore.open(folder, keys, RecordKinds.ALL)) {
            for (int leaf = 0; leaf < 3; leaf++) {
                if (leaf == 2) {
                    earlierHead = keys.checkpoints().sign(store.auditHead());
                }
                store.commit(
                        Transaction.auditing(AuditEvent.of(AuditEventType.MEMBER_READ, Instant.EPOCH, "operator")));
            }
        }
    }

    @Test
    void saysWhatIsThere() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Main.check(folder, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("3 leaves of audit", "0 members");
    }

    @Test
    void refusesBooksWithMoreLeavesThanTheirHead() throws IOException {
        Files.writeString(folder.resolve(EligibilityStore.HEAD_FILE), earlierHead);

        assertThatThrownBy(() -> Main.check(folder, System.out))
                .isInstanceOf(BooksDifferException.class)
                .hasMessageContaining("has 3 leaves")
                .hasMessageContaining("written for 2");
    }
}
