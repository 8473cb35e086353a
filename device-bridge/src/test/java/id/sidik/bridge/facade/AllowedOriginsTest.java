package id.sidik.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @Test
    void letsNobodyInWhereNobodyIsNamed() {
        AllowedOrigins nobody = AllowedOrigins.parse(" ");

        assertThat(nobody.isNobody()).isTrue();
        assertThat(nobody.admits(Optional.empty(), false)).isFalse();
        assertThat(nobody.admits(Optional.of("null"), true)).isFalse();
    }

    @Test
    void letsInWhoIsNamedAndNobodyWhoLooksAlike() {
        AllowedOrigins named = AllowedOrigins.parse("https://his.example.go.id, http://localhost:8080");

        assertThat(named.admits(Optional.of("https://his.example.go.id"), true)).isTrue();
        assertThat(named.admits(Optional.of("http://localhost:8080"), true)).isTrue();
        for (String alike : new String[] {
            "http://his.example.go.id",
            "https://his.example.go.id.evil.example",
            "https://his.example.go.id:8443",
            "https://HIS.example.go.id",
            "http://localhost",
            "null",
            ""
        }) {
            assertThat(named.admits(Optional.of(alike), true)).as(alike).isFalse();
        }
        assertThat(named.admits(Optional.empty(), false)).isFalse();
    }

    @Test
    void tellsProgramsFromBrowsersThatHideTheirOrigin() {
        AllowedOrigins programs = AllowedOrigins.parse("programs");

        assertThat(programs.isNobody()).isFalse();
        assertThat(programs.admits(Optional.empty(), false)).isTrue();
        assertThat(programs.admits(Optional.empty(), true)).isFalse();
        assertThat(programs.admits(Optional.of("https://his.example.go.id"), true))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "his.example.go.id",
                "https://his.example.go.id/",
                "https://his.example.go.id:443",
                "http://his.example.go.id:80",
                "https://His.example.go.id",
                "file://his.example.go.id",
                "https://*.example.go.id",
                "https://user@his.example.go.id"
            })
    void refusesWhatNoBrowserWouldSend(String text) {
        assertThatThrownBy(() -> AllowedOrigins.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
