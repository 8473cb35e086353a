package id.sidik.bridge.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate that browsers of this machine are told to believe lies where the manual says. */
class LoopbackIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @TempDir
    private Path folder;

    private X509Certificate first;

    @BeforeEach
    void make() {
        first = LoopbackIdentity.openOrCreate(folder, NOW).certificate();
    }

    @Test
    void keepsItsKeyAndTheCertificateThatWasBelieved() throws Exception {
        assertThat(laidOut()).isEqualTo(first);
        assertThat(LoopbackIdentity.openOrCreate(folder, NOW).certificate()).isEqualTo(first);
        assertThat(laidOut()).isEqualTo(first);
    }

    @Test
    void laysItsCertificateOutAgainWhenItIsGone() throws Exception {
        Files.delete(folder.resolve("loopback.crt"));

        assertThat(LoopbackIdentity.openOrCreate(folder, NOW).certificate()).isEqualTo(first);
        assertThat(laidOut()).isEqualTo(first);
    }

    @Test
    void laysOutTheNextOneWhenItsTimeIsOver() throws Exception {
        X509Certificate next = LoopbackIdentity.openOrCreate(folder, NOW.plus(Duration.ofDays(826)))
                .certificate();

        assertThat(next).isNotEqualTo(first);
        assertThat(laidOut()).isEqualTo(next);
    }

    private X509Certificate laidOut() throws Exception {
        try (InputStream file = Files.newInputStream(folder.resolve("loopback.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
