package id.sidik.benchmarks.province;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.province.ProvinceScale;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small province with all its fraud and few others: every report finds its plants in what the journeys wrote. */
class ProvinceYearTest {
    private static final long SEED = Long.getLong("tests.seed", 2_026);

    @TempDir
    private Path data;

    @Test
    void everyReportFindsWhatHappenedAtTheGate() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StringWriter printed = new StringWriter();

        boolean asExpected = ProvinceCommand.play(
                new ProvinceScale(2_000, 400, 60, 22, 2_025, SEED), data, classPath, new PrintWriter(printed, true));

        assertThat(printed.toString())
                .doesNotContain("\nNO ")
                .contains("\nok complaints: ", "\nok answered: ", "\nok employers who owe or pay late")
                .contains("\nok fingers forgotten", "\nok consents to biometrics withdrawn");
        assertThat(asExpected).as(printed.toString()).isTrue();
    }
}
