package id.sidik.benchmarks.offlinestorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineStormTest {
    private static final int CHECKS = 120;
    private static final int KILLS = 10;

    @TempDir
    private Path data;

    @Test
    void everyAnswerThatWasToldIsAtTheGateOnce() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        OfflineReport report = OfflineStormCommand.run(
                data, classPath, CHECKS, KILLS, 1, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        assertThat(report.clean()).as(report.sentence()).isTrue();
        assertThat(report.answered()).isEqualTo(CHECKS);
        assertThat(report.granted()).isGreaterThan(CHECKS / 2);
        assertThat(report.kills()).isGreaterThanOrEqualTo(KILLS - 1);
        assertThat(report.grantedWrongly())
                .as("one was withdrawn meanwhile, and nobody else")
                .isLessThan(CHECKS / 10);
    }
}
