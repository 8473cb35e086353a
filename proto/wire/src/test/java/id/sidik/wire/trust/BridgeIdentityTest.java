package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Ed25519;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bridge keeps of its joining, and what its certificate says. */
class BridgeIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final BridgeName NAME = new BridgeName("RSUD-01", "bridge-3f9a1c");
    private static final HostPort GATE = new HostPort("gate.example", 7442);
    private static final PublicKey ANCHOR = Ed25519.newPair().getPublic();

    @TempDir
    private Path folder;

    private Path trust;
    private BridgeAuthority authority;

    @BeforeEach
    void establish() {
        LocalAuthority.establish(folder.resolve("gate"), CLOCK);
        authority = new BridgeAuthority(folder.resolve("gate"), CLOCK);
        trust = folder.resolve("bridge");
    }

    @Test
    void isReadBackWhole() {
        PendingKey key = PendingKey.openOrCreate(folder);
        BridgeIdentity joined = identity(key, NAME);
        joined.save(trust);

        BridgeIdentity read = BridgeIdentity.load(trust, CLOCK);
        assertThat(read.name()).isEqualTo(NAME);
        assertThat(read.gate()).isEqualTo(GATE);
        assertThat(read.anchor()).isEqualTo(ANCHOR);
        assertThat(read.material().chain()).isEqualTo(joined.material().chain());
        assertThat(TrustMaterial.load(trust, Role.BRIDGE, CLOCK).authority()).isEqualTo(authority.certificate());
        assertThat(read.renewAt()).isBetween(NOW.plus(Duration.ofDays(59)), NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        identity(PendingKey.openOrCreate(folder), NAME).save(trust);
        Path file = trust.resolve("bridge.identity.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> BridgeIdentity.load(trust, CLOCK))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aBoxThatJoinedHasNoOtherRole() {
        identity(PendingKey.openOrCreate(folder), NAME).save(trust);

        assertThatThrownBy(() -> TrustMaterial.load(trust, Role.OPERATOR, CLOCK))
                .isInstanceOf(TrustException.class)
                .hasMessage("this box joined a fleet and holds a bridge's certificate alone;"
                        + " see its health page, or ask at the gate");
    }

    @Test
    void anExpiredOneSaysHowToJoinAgain() {
        identity(PendingKey.openOrCreate(folder), NAME).save(trust);
        InstantSource later = InstantSource.fixed(NOW.plus(Duration.ofDays(91)));

        assertThatThrownBy(() -> TrustMaterial.load(trust, Role.BRIDGE, later))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining("expired at 2027-02-25")
                .hasMessageContaining("fleet join");
    }

    @Test
    void theFolderOfABridgeThatJoinedBecomesNoAuthority() {
        identity(PendingKey.openOrCreate(folder), NAME).save(trust);

        LocalAuthority.establish(trust, CLOCK);
        assertThat(trust.resolve("ca.key.pem")).doesNotExist();
    }

    @Test
    void aKeyWaitsForItsCertificateUntilItIsThere() {
        PendingKey first = PendingKey.openOrCreate(folder);
        PendingKey again = PendingKey.openOrCreate(folder);
        assertThat(again.request().keySha256()).isEqualTo(first.request().keySha256());

        first.settled();
        assertThat(PendingKey.openOrCreate(folder).request().keySha256())
                .isNotEqualTo(first.request().keySha256());
    }

    @Test
    void refusesACertificateForAnotherKey() {
        PendingKey key = PendingKey.openOrCreate(folder);
        PendingKey other = PendingKey.openOrCreate(folder.resolve("other"));
        byte[] forAnother = encoded(authority.issue(NAME, other.request()));
        byte[] issuer = encoded(authority.certificate());

        assertThatThrownBy(() -> BridgeIdentity.of(key, forAnother, issuer, GATE, ANCHOR))
                .isInstanceOf(TrustException.class)
                .hasMessageContaining("key does not belong");
    }

    @Test
    void theCertificateNamesTheBridgeAndSpeaksForItsRole() {
        X509Certificate certificate =
                authority.issue(NAME, PendingKey.openOrCreate(folder).request());

        assertThat(Role.of(certificate)).contains(Role.BRIDGE);
        assertThat(BridgeName.of(certificate)).contains(NAME);
        assertThat(BridgeName.ofUri("spiffe://sidik.local/bridge/a/b/c")).isEmpty();
        assertThat(BridgeName.ofUri("spiffe://sidik.local/bridge/a/..")).isEmpty();
        assertThat(BridgeName.ofUri("spiffe://sidik.local/operator/a/b")).isEmpty();
    }

    @Test
    void refusesARequestThatItsKeyDidNotSign() {
        byte[] der = PendingKey.openOrCreate(folder).request().der();
        der[der.length - 1] = (byte) (der[der.length - 1] ^ 1);

        assertThatThrownBy(() -> CertificateRequest.parse(der)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CertificateRequest.parse(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CertificateRequest.parse(new byte[3_000])).hasMessageContaining("2048 bytes");
    }

    private BridgeIdentity identity(PendingKey key, BridgeName name) {
        byte[] certificate = encoded(
                authority.issue(name, CertificateRequest.parse(key.request().der())));
        return BridgeIdentity.of(key, certificate, encoded(authority.certificate()), GATE, ANCHOR);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
