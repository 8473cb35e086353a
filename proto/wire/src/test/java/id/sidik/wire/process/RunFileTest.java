package id.sidik.wire.process;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.wire.config.HostPort;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final HostPort ADDRESS = new HostPort("127.0.0.1", 7443);

    @TempDir
    Path data;

    @Test
    void saysWhoServesAndWhereUntilItIsClosed() {
        try (RunFile published = RunFile.publish(data, "bridge", ADDRESS, Map.of("kiosk", "http://127.0.0.1:7480/"))) {
            assertThat(published).isNotNull();
            assertThat(RunFile.addressOf(data, "bridge")).contains(ADDRESS);
            assertThat(RunFile.read(data, "bridge"))
                    .hasValueSatisfying(entries -> assertThat(entries)
                            .containsEntry(
                                    "pid", Long.toString(ProcessHandle.current().pid()))
                            .containsEntry("kiosk", "http://127.0.0.1:7480/"));
        }
        assertThat(RunFile.addressOf(data, "bridge")).isEmpty();
    }

    @Test
    void replacesWhatACrashLeftBehind() {
        RunFile crashed = RunFile.publish(data, "bridge", ADDRESS.withPort(1), Map.of());

        try (RunFile restarted = RunFile.publish(data, "bridge", ADDRESS, Map.of())) {
            assertThat(restarted).isNotSameAs(crashed);
            assertThat(RunFile.addressOf(data, "bridge")).contains(ADDRESS);
        }
    }

    @Test
    void nobodyServesInAFreshFolder() {
        assertThat(RunFile.addressOf(data, "matcher")).isEmpty();
    }
}
