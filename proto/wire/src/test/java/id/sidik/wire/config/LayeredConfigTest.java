package id.sidik.wire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayeredConfigTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryTypeFromTheDefaults() {
        LayeredConfig config = load(Optional.empty(), Optional.empty(), Map.of());

        assertThat(config.address("matcher.listen")).isEqualTo(new HostPort("127.0.0.1", 7441));
        assertThat(config.integer("matcher.comparison-threads", 1, 64)).isEqualTo(2);
        assertThat(config.between("matcher.target-fmr", 0, 1)).isEqualTo(1e-4);
        assertThat(config.duration("matcher.drain-timeout")).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.flag("matcher.sync")).isTrue();
        assertThat(config.optional("matcher.store")).isEmpty();
    }

    @Test
    void laterLayersWin() throws IOException {
        Path profile = write(
                "profile.yaml", "matcher.comparison-threads: 4\nmatcher.listen: '127.0.0.1:1'\nmatcher.store: /a\n");
        Path file = write("own.yaml", "matcher:\n  listen: '127.0.0.1:2'\n  store: /b\n");

        LayeredConfig config = load(Optional.of(profile), Optional.of(file), Map.of("SIDIK_MATCHER_STORE", "/c"));

        assertThat(config.integer("matcher.comparison-threads", 1, 64)).isEqualTo(4);
        assertThat(config.address("matcher.listen").port()).isEqualTo(2);
        assertThat(config.path("matcher.store")).isEqualTo(Path.of("/c"));
    }

    @Test
    void leavesOtherProcessesTheirKeys() throws IOException {
        Path profile = write(
                "profile.yaml", "match.cores-min: 2\njvm.bridge.heap-max: 128m\nbridge.kiosk-listen: '127.0.0.1:0'\n");

        load(
                Optional.of(profile),
                Optional.empty(),
                Map.of("SIDIK_BRIDGE_LISTEN", "x", "SIDIK_DATA", "y", "PATH", "z"));
    }

    @Test
    void anUnknownKeyStopsTheStartAndIsNamedWithTheClosest() throws IOException {
        Path file = write("own.yaml", "matcher.comparison-thread: 4\n");

        assertThatThrownBy(() -> load(Optional.empty(), Optional.of(file), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Unknown key matcher.comparison-thread in " + file
                        + "; did you mean matcher.comparison-threads?");
    }

    @Test
    void anUnknownFirstWordStopsTheStart() throws IOException {
        Path file = write("own.yaml", "macher.listen: '127.0.0.1:1'\n");

        assertThatThrownBy(() -> load(Optional.empty(), Optional.of(file), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("macher.listen")
                .hasMessageContaining("did you mean matcher.listen?");
    }

    @Test
    void anUnknownVariableOfOursStopsTheStart() {
        assertThatThrownBy(
                        () -> load(Optional.empty(), Optional.empty(), Map.of("SIDIK_MATCHER_LISTENS", "127.0.0.1:0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("SIDIK_MATCHER_LISTEN?");
    }

    @ParameterizedTest
    @CsvSource({
        "SIDIK_MATCHER_COMPARISON_THREADS,0",
        "SIDIK_MATCHER_COMPARISON_THREADS,65",
        "SIDIK_MATCHER_COMPARISON_THREADS,two"
    })
    void aValueOutOfRangeIsNamedWithItsOrigin(String variable, String value) {
        LayeredConfig config = load(Optional.empty(), Optional.empty(), Map.of(variable, value));

        assertThatThrownBy(() -> config.integer("matcher.comparison-threads", 1, 64))
                .isInstanceOf(ConfigException.class)
                .hasMessage("matcher.comparison-threads must be a whole number from 1 to 64, but environment variable "
                        + variable + " says '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "NaN", "-1e-4", "half"})
    void anErrorRateIsNeverZeroOrOne(String value) {
        LayeredConfig config = load(Optional.empty(), Optional.empty(), Map.of("SIDIK_MATCHER_TARGET_FMR", value));

        assertThatThrownBy(() -> config.between("matcher.target-fmr", 0, 1)).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({"5", "PT0S", "-PT5S", "5s"})
    void aDurationHasAUnitAndIsAboveZero(String value) {
        LayeredConfig config = load(Optional.empty(), Optional.empty(), Map.of("SIDIK_MATCHER_DRAIN_TIMEOUT", value));

        assertThatThrownBy(() -> config.duration("matcher.drain-timeout")).isInstanceOf(ConfigException.class);
    }

    @Test
    void aFileThatIsMissingOrNotYamlIsNamed() throws IOException {
        Path broken = write("broken.yaml", "matcher: [unclosed");

        assertThatThrownBy(() -> load(Optional.of(folder.resolve("nowhere.yaml")), Optional.empty(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nowhere.yaml");
        assertThatThrownBy(() -> load(Optional.empty(), Optional.of(broken), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("broken.yaml");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static LayeredConfig load(Optional<Path> profile, Optional<Path> file, Map<String, String> environment) {
        return LayeredConfig.load("matcher", "matcher-test-defaults.yaml", profile, file, environment);
    }
}
