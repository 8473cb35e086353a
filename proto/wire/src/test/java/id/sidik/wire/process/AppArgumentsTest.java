package id.sidik.wire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.config.ConfigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppArgumentsTest {
    @Test
    void readsAllThree() {
        AppArguments arguments =
                AppArguments.parse("--config", "c.yaml", "--data", "/var/lib/sidik", "--profile", "p.yaml");

        assertThat(arguments.data()).isEqualTo(Path.of("/var/lib/sidik"));
        assertThat(arguments.profile()).contains(Path.of("p.yaml"));
        assertThat(arguments.config()).contains(Path.of("c.yaml"));
    }

    @Test
    void profileAndConfigMayBeLeftOut() {
        AppArguments arguments = AppArguments.parse("--data", "somewhere");

        assertThat(arguments.data()).isAbsolute();
        assertThat(arguments.profile()).isEmpty();
        assertThat(arguments.config()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data", "--data a --data b", "--data a --verbose yes", "a"})
    void refusesTheRestWithTheUsage(String line) {
        assertThatThrownBy(() -> AppArguments.parse(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--data DIR [--profile FILE] [--config FILE]");
    }
}
