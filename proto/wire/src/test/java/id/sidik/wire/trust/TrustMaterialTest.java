package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustMaterialTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path folder;

    private Path trust;

    @BeforeEach
    void establish() {
        trust = folder.resolve("trust");
        LocalAuthority.establish(trust, CLOCK);
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(trust.resolve("bridge.key.pem"), PosixFilePermissions.fromString("rw-r-----"));

        assertRefused(CLOCK, "chmod 600");
    }

    @Test
    void saysThatNothingWasStartedYet() {
        assertThatThrownBy(() -> TrustMaterial.load(folder.resolve("fresh"), Role.BRIDGE, CLOCK))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining("nothing was started");
    }

    @Test
    void refusesAMissingKey() throws IOException {
        Files.delete(trust.resolve("bridge.key.pem"));

        assertRefused(CLOCK, "bridge.key.pem");
    }

    @Test
    void refusesACertificateOfAnotherRole() throws IOException {
        Files.copy(
                trust.resolve("operator.cert.pem"),
                trust.resolve("bridge.cert.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused(CLOCK, "does not speak for spiffe://sidik.local/bridge");
    }

    @Test
    void refusesACertificateOfAnotherAuthority() throws IOException {
        Path other = folder.resolve("other");
        LocalAuthority.establish(other, CLOCK);
        Files.copy(
                other.resolve("bridge.cert.pem"),
                trust.resolve("bridge.cert.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused(CLOCK, "not issued by the authority");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws IOException {
        Files.copy(
                trust.resolve("operator.key.pem"),
                trust.resolve("bridge.key.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused(CLOCK, "does not belong to");
    }

    @Test
    void refusesAnExpiredCertificate() {
        assertRefused(InstantSource.fixed(CLOCK.instant().plus(Duration.ofDays(826))), "not valid now");
    }

    @Test
    void refusesGarbage() throws IOException {
        Files.writeString(trust.resolve("bridge.cert.pem"), "garbage");

        assertRefused(CLOCK, "bridge.cert.pem holds no certificate");
    }

    @Test
    void neverShowsItsKey() {
        assertThat(TrustMaterial.load(trust, Role.BRIDGE, CLOCK))
                .hasToString("TrustMaterial[spiffe://sidik.local/bridge]");
    }

    private void assertRefused(InstantSource clock, String message) {
        assertThatThrownBy(() -> TrustMaterial.load(trust, Role.BRIDGE, clock))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining(message);
    }
}
