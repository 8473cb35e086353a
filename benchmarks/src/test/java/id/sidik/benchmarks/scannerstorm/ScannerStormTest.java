package id.sidik.benchmarks.scannerstorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ScannerStormTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void leavesNothingBehindAndTakesNoWrongPixel() throws IOException, InterruptedException {
        StringWriter progress = new StringWriter();
        ScannerStormReport report = new ScannerStorm(folder, 4, new PrintWriter(progress)).run(360);

        assertThat(report.clean()).as(report.sentence()).isTrue();
        assertThat(report.faulty()).isGreaterThan(60);
        assertThat(report.outcomes()).containsKeys("whole image", "NOT_ANSWERING", "UNPLUGGED", "IMAGE_SIZE_WRONG");
        assertThat(progress.toString().lines()).hasSize(10).last(STRING).isEqualTo("368 of 368 captures");
    }

    @Test
    void callsALeakALeak() {
        Residue before = new Residue(20, 1, 40, 30L << 20);

        assertThat(reportOf(before, before).clean()).isTrue();
        assertThat(reportOf(before, new Residue(80, 1, 40, 30L << 20)).clean()).isFalse();
        assertThat(reportOf(before, new Residue(20, 60, 40, 30L << 20)).clean()).isFalse();
        assertThat(reportOf(before, new Residue(20, 1, 400, 30L << 20)).clean()).isFalse();
        assertThat(reportOf(before, new Residue(20, 1, 40, 300L << 20)).clean()).isFalse();
    }

    private static ScannerStormReport reportOf(Residue before, Residue after) {
        return new ScannerStormReport(100, 50, 0, 0, new TreeMap<>(), before, after);
    }
}
