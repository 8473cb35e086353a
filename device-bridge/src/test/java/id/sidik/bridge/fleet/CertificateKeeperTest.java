package id.sidik.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.trust.BridgeAuthority;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.CertificateRequest;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.PendingKey;
import id.sidik.wire.trust.RenewableTrust;
import id.sidik.wire.trust.TrustMaterial;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a bridge asks for its next certificate, and what becomes of the answer. */
class CertificateKeeperTest {
    private static final Instant JOINED = Instant.parse("2026-11-27T10:00:00Z");
    private static final BridgeName NAME = new BridgeName("RSUD-01", "bridge-3f9a1c");
    private static final Duration LIFE = BridgeAuthority.CERTIFICATE_LIFE;

    @TempDir
    private Path folder;

    private Instant now = JOINED;
    private BridgeAuthority authority;
    private BridgeIdentity joined;
    private Path trust;
    private Path pending;
    private RenewableTrust own;
    private final Gate gate = new Gate();

    @BeforeEach
    void join() {
        LocalAuthority.establish(folder.resolve("gate"), () -> now);
        authority = new BridgeAuthority(folder.resolve("gate"), () -> now);
        trust = folder.resolve("trust");
        pending = folder.resolve("pending");
        PendingKey key = PendingKey.openOrCreate(pending);
        joined = BridgeIdentity.of(
                key,
                encoded(authority.issue(NAME, key.request())),
                encoded(authority.certificate()),
                new HostPort("gate.example", 7442),
                Ed25519.newPair().getPublic());
        joined.save(trust);
        key.settled();
        own = new RenewableTrust(joined.material());
    }

    /** Answers as the gate does, or not at all. */
    private final class Gate implements FleetLine {
        private final List<String> keysAsked = new ArrayList<>();
        private boolean answers = true;
        private boolean mixesUp;

        @Override
        public Optional<byte[]> renew(byte[] csr) {
            CertificateRequest request = CertificateRequest.parse(csr);
            keysAsked.add(request.keySha256());
            CertificateRequest answered =
                    mixesUp ? PendingKey.openOrCreate(folder.resolve("another")).request() : request;
            return answers ? Optional.of(encoded(authority.issue(NAME, answered))) : Optional.empty();
        }

        @Override
        public Optional<ReportBridgeResponse> report(ReportBridgeRequest report) {
            return Optional.empty();
        }
    }

    @Test
    void renewsAfterTwoThirdsWithANewKeyAndIsTakenUpAtOnce() {
        CertificateKeeper keeper = keeper(joined, 1);
        now = joined.renewAt().minusSeconds(1);
        keeper.run();
        assertThat(gate.keysAsked).as("too early").isEmpty();

        now = keeper.nextTry();
        keeper.run();

        TrustMaterial next = own.get();
        assertThat(next.chain().getFirst().getPublicKey())
                .isNotEqualTo(joined.material().chain().getFirst().getPublicKey());
        assertThat(BridgeIdentity.load(trust, () -> now).material().chain()).isEqualTo(next.chain());
        assertThat(pending.resolve("pending.key.pem")).doesNotExist();
        assertThat(keeper.nextTry()).isAfter(now.plus(LIFE.dividedBy(2)));
    }

    @Test
    void bridgesThatJoinedTogetherDoNotComeTogether() {
        List<Instant> due = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            due.add(keeper(joined, seed).nextTry());
        }

        assertThat(due)
                .doesNotHaveDuplicates()
                .allSatisfy(at -> assertThat(at)
                        .isBetween(joined.renewAt(), joined.renewAt().plus(Duration.ofDays(3))));
    }

    @Test
    void asksAgainForTheSameKeyEverMoreSlowly() {
        gate.answers = false;
        CertificateKeeper keeper = keeper(joined, 1);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            now = keeper.nextTry();
            keeper.run();
            pauses.add(Duration.between(now, keeper.nextTry()));
        }

        assertThat(gate.keysAsked).hasSize(9).containsOnly(gate.keysAsked.getFirst());
        assertThat(pauses.getFirst()).isBetween(CertificateKeeper.RETRY_MIN.dividedBy(2), CertificateKeeper.RETRY_MIN);
        assertThat(pauses.getLast()).isBetween(CertificateKeeper.RETRY_MAX.dividedBy(2), CertificateKeeper.RETRY_MAX);

        gate.answers = true;
        now = keeper.nextTry();
        keeper.run();
        assertThat(own.get()).isNotSameAs(joined.material());
    }

    @Test
    void aKeyThatHasItsCertificateIsNotUsedForTheNext() {
        CertificateKeeper keeper = keeper(joined, 1);
        now = keeper.nextTry();
        keeper.run();
        PendingKey left = PendingKey.openOrCreate(pending); // as a crash between two files leaves it
        BridgeIdentity present = BridgeIdentity.of(
                left,
                encoded(authority.issue(NAME, left.request())),
                encoded(authority.certificate()),
                joined.gate(),
                joined.anchor());

        CertificateKeeper restarted = keeper(present, 2);
        now = restarted.nextTry();
        restarted.run();
        assertThat(gate.keysAsked).hasSize(2).doesNotContain(left.request().keySha256());
    }

    @Test
    void aCertificateForAnotherKeyChangesNothing() {
        gate.mixesUp = true;
        CertificateKeeper keeper = keeper(joined, 1);
        now = keeper.nextTry();
        keeper.run();

        assertThat(own.get()).isSameAs(joined.material());
        assertThat(BridgeIdentity.load(trust, () -> now).material().chain())
                .isEqualTo(joined.material().chain());
        assertThat(keeper.nextTry()).isAfter(now);
    }

    private CertificateKeeper keeper(BridgeIdentity identity, int seed) {
        return new CertificateKeeper(identity, trust, pending, gate, own, () -> now, new SplittableRandom(seed));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was just signed can be encoded", e);
        }
    }
}
