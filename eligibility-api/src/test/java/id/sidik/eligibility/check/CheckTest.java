package id.sidik.eligibility.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.journey.RecordKinds;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.WorkedCase;
import id.sidik.eligibility.policy.WorkedCases;
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
        assertThat(said()).contains("3 leaves of audit", "0 members", "0 decisions made again");
    }

    @Test
    void refusesBooksWithMoreLeavesThanTheirHead() throws IOException {
        Files.writeString(folder.resolve(EligibilityStore.HEAD_FILE), earlierHead);

        assertThatThrownBy(() -> Main.check(folder, System.out))
                .isInstanceOf(BooksDifferException.class)
                .hasMessageContaining("has 3 leaves")
                .hasMessageContaining("written for 2");
    }

    @Test
    void makesEveryDecisionAgain() throws IOException {
        WorkedCase worked = WorkedCases.builtIn().getFirst();
        keep(worked, POLICY.decide(worked.facts(), worked.day()).json());

        assertThat(said()).contains("1 decisions made again, each as it was recorded");
    }

    @Test
    void refusesADecisionThatComesOutOtherwise() throws IOException {
        WorkedCase worked = WorkedCases.builtIn().getFirst();
        keep(worked, "{}");

        assertThatThrownBy(this::said)
                .isInstanceOf(BooksDifferException.class)
                .hasMessageContaining("decision-1 comes out otherwise");
    }

    private static final Policy POLICY = Policy.builtIn();

    private void keep(WorkedCase worked, String ruling) {
        KeyRing keys = KeyRing.openOrCreate(folder, true);
        try (EligibilityStore store = EligibilityStore.open(folder, keys, RecordKinds.ALL)) {
            store.commit(Transaction.auditing(AuditEvent.of(AuditEventType.DECISION_MADE, Instant.EPOCH, "operator"))
                    .adding(KeptPolicy.KIND, new KeptPolicy(POLICY.hash(), POLICY.files()))
                    .adding(
                            KeptRuling.KIND,
                            new KeptRuling("decision-1", worked.day(), POLICY.hash(), worked.facts(), ruling)));
        }
    }

    private String said() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Main.check(folder, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
