package id.sidik.benchmarks.killstorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillStormTest {
    private static final int ROUNDS = 8;

    @TempDir
    private Path data;

    @Test
    void losesNoAcknowledgedEnrolment() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        KillStorm storm = new KillStorm(data, classPath, 1, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        StormReport report = storm.run(ROUNDS);
        assertThat(report.clean()).as(report.sentence()).isTrue();
        assertThat(report.acknowledged()).isGreaterThanOrEqualTo(ROUNDS);
    }
}
