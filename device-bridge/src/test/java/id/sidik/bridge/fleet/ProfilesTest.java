package id.sidik.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.PendingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings of an institution a bridge takes. */
class ProfilesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String TYPE = "sidik-bridge-profile+jws";
    private static final String ATTENDED = "\"bridge.kiosk-mode\":\"attended\"";

    @TempDir
    private Path folder;

    private final KeyPair anchor = Ed25519.newPair();
    private BridgeIdentity identity;

    @BeforeEach
    void join() {
        LocalAuthority.establish(folder.resolve("gate"), CLOCK);
        BridgeAuthority authority = new BridgeAuthority(folder.resolve("gate"), CLOCK);
        PendingKey key = PendingKey.openOrCreate(folder);
        identity = BridgeIdentity.of(
                key,
                encoded(authority.issue(new BridgeName("RSUD-01", "bridge-3f9a1c"), key.request())),
                encoded(authority.certificate()),
                new HostPort("gate.example", 7442),
                anchor.getPublic());
    }

    @Test
    void aProfileIsTakenDurablyAndHoldsFromTheNextStartOn() {
        Profiles profiles = open();
        profiles.offer(profile(7, "", ATTENDED), NOW);

        assertThat(profiles.held()).isEqualTo(7);
        assertThat(profiles.running()).isZero();
        assertThat(profiles.settings().values()).as("of this run").isEmpty();
        Profiles next = open();
        assertThat(next.running()).isEqualTo(7);
        assertThat(next.settings().values()).containsEntry("bridge.kiosk-mode", "attended");
        next.offer(profile(8, "", "\"bridge.attempts-max\":\"2\""), NOW);
        assertThat(next.held()).isEqualTo(8);
        assertThat(next.settings().values()).as("of this run").containsOnlyKeys("bridge.kiosk-mode");
    }

    @Test
    void whatIsNotForThisBridgeIsRefusedAndTheLastGoodOneGoesOn() {
        Profiles profiles = open();
        profiles.offer(profile(7, "RSUD-01", ATTENDED), NOW);

        assertRefused(profiles, profile(6, "", ATTENDED), "not newer than number 7");
        assertRefused(profiles, profile(7, "", ATTENDED), "not newer than number 7");
        assertRefused(profiles, profile(8, "RS-FAR", ATTENDED), "it is for RS-FAR");
        assertRefused(profiles, signed(8, "", ATTENDED, TYPE, Ed25519.newPair()), "not of this bridge's anchor");
        assertRefused(profiles, signed(8, "", ATTENDED, "sidik-site-pack+jws", anchor), "not of a profile");
        assertRefused(
                profiles,
                profile(8, "", "\"bridge.eligibility-address\":\"evil.example:1\""),
                "may not be set from afar");
        assertThat(profiles.refusedNumber())
                .as("so that it is not offered again")
                .isEqualTo(8);
        assertRefused(profiles, "no JWS", "anchor");
        assertThat(profiles.refusedNumber()).as("the newest that is known").isEqualTo(8);
        assertThat(open().settings().values()).containsEntry("bridge.kiosk-mode", "attended");
    }

    @Test
    void whatABridgeCannotStartWithIsNotTaken() {
        Profiles profiles = open();
        profiles.offer(profile(1, "", ATTENDED), NOW);
        profiles.offer(profile(2, "", "\"bridge.attempts-max\":\"99\""), NOW);

        assertThat(profiles.held()).isEqualTo(1);
        assertThat(profiles.refusedNumber()).isEqualTo(2);
        assertThat(profiles.refusal()).contains("attempts-max");

        profiles.offer(profile(3, "", "\"bridge.attempts-max\":\"2\""), NOW);
        assertThat(profiles.refusedNumber()).as("mended").isZero();
    }

    @Test
    void aProfileIsTakenWithinItsTimeAndStaysAfterwards() {
        Profiles profiles = open();
        profiles.offer(profile(1, "", ATTENDED), NOW.plus(Duration.ofDays(1)));
        assertThat(profiles.held()).isZero();
        assertThat(profiles.refusal()).contains("it may be taken until");

        profiles.offer(profile(1, "", ATTENDED), NOW.plus(Duration.ofHours(23)));
        assertThat(open().running()).isEqualTo(1);
    }

    @Test
    void oneThatAnUpdateMadeUnusableIsLeftOutAndSaid() {
        open().offer(profile(1, "", ATTENDED), NOW);

        Profiles updated = Profiles.open(folder, identity, _ -> {
            throw new ConfigException("bridge.kiosk-mode is gone");
        });
        assertThat(updated.settings()).isEqualTo(RemoteSettings.NONE);
        assertThat(updated.running()).isZero();
        assertThat(updated.refusal()).isEqualTo("bridge.kiosk-mode is gone");
        assertThat(updated.refusedNumber()).isEqualTo(1);
    }

    @Test
    void aFileThatWasTamperedWithCountsForNothing() throws IOException {
        open().offer(profile(1, "", ATTENDED), NOW);
        Path file = folder.resolve("profile.jws");
        Files.writeString(file, signed(9, "", ATTENDED, TYPE, Ed25519.newPair()));

        assertThat(open().settings()).isEqualTo(RemoteSettings.NONE);
        assertThat(open().held()).isZero();
    }

    private static void assertRefused(Profiles profiles, String statement, String why) {
        profiles.offer(statement, NOW);
        assertThat(profiles.refusal()).contains(why);
        assertThat(profiles.held()).isEqualTo(7);
    }

    /** A bridge that could not start with more than ten attempts. */
    private Profiles open() {
        return Profiles.open(folder, identity, settings -> {
            if (settings.values().getOrDefault("bridge.attempts-max", "1").length() > 1) {
                throw new ConfigException("bridge.attempts-max must be a whole number from 1 to 10");
            }
        });
    }

    private String profile(long number, String facility, String settings) {
        return signed(number, facility, settings, TYPE, anchor);
    }

    private static String signed(long number, String facility, String settings, String type, KeyPair signer) {
        String payload = "{\"number\":" + number + ",\"iat\":" + NOW.getEpochSecond() + ",\"exp\":"
                + NOW.plus(Duration.ofDays(1)).getEpochSecond() + ",\"facility\":\"" + facility + "\",\"settings\":{"
                + settings + "}}";
        return CompactJws.sign(type, "anchor", payload, signer.getPrivate());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was just signed can be encoded", e);
        }
    }
}
