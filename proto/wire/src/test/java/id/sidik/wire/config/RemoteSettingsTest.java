package id.sidik.wire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSettingsTest {
    @Test
    void takesHowPeopleAreServed() {
        assertThat(new RemoteSettings("profile 1", Map.of("bridge.kiosk-mode", "attended")).values())
                .containsEntry("bridge.kiosk-mode", "attended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bridge.eligibility-address",
                "bridge.listen",
                "bridge.kiosk-listen",
                "bridge.facade.presence.listen",
                "bridge.scanner-port",
                "bridge.facility-id",
                "bridge.send",
                "eligibility.listen",
                "jvm.options"
            })
    void refusesWhatWouldHandTheBoxOver(String key) {
        assertThatThrownBy(() -> new RemoteSettings("profile 1", Map.of(key, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("set it on the box");
    }

    @Test
    void refusesValuesThatAreNoSettings() {
        assertThatThrownBy(() -> new RemoteSettings("profile 1", Map.of("bridge.kiosk-mode", "x".repeat(501))))
                .hasMessageContaining("500");
        assertThatThrownBy(() -> new RemoteSettings("profile 1", Map.of("bridge.kiosk-mode", "a\nb")))
                .hasMessageContaining("control");
    }
}
