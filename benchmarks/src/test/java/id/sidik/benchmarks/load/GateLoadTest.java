package id.sidik.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.wire.trust.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run against a real matcher and a real gate. */
class GateLoadTest {
    private static final int QUESTIONS = 20;

    @TempDir
    private Path data;

    @Test
    void findsEveryAnswerInTheAuditAfterAKillAndMissesOneThatWasNeverGiven() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        InstantSource clock = InstantSource.system();
        try (GateBox box = GateBox.start(data, classPath, List.of())) {
            Members members = Members.register(
                    3,
                    1,
                    box.as(Role.BRIDGE),
                    box.as(Role.OPERATOR),
                    YearMonth.from(clock.instant().atZone(ZoneOffset.ofHours(7))));
            Acknowledged acknowledged = new Acknowledged();
            OpenLoop loop = new OpenLoop(box.counters(2), acknowledged, clock);
            SendTimes times = SendTimes.poisson(20, QUESTIONS, 1);
            Step decisions = loop.ask(20, times, members.decisions(QUESTIONS));
            Step gates = loop.ask(20, times, members.gates(QUESTIONS));
            assertThat(decisions.answers().count() + gates.answers().count()).isEqualTo(2 * QUESTIONS);
            assertThat(acknowledged.outcomes().get("GRANTED"))
                    .as("all by number, and mates seldom fail: %s", acknowledged.outcomes())
                    .isGreaterThan(QUESTIONS + QUESTIONS / 2);

            String head = box.as(Role.AUDITOR)
                    .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                    .getCheckpoint();
            box.killAndRestartGate();
            Map<Long, String> answers = new HashMap<>(acknowledged.decisionIds());
            assertThat(answers).hasSize(2 * QUESTIONS);
            assertThat(AuditAfterwards.missing(box.as(Role.AUDITOR), answers, head))
                    .isZero();
            answers.replace(answers.keySet().iterator().next(), "0123456789abcdef0123456789abcdef");
            assertThat(AuditAfterwards.missing(box.as(Role.AUDITOR), answers, head))
                    .isEqualTo(1);
        }
    }
}
