package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.operator;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.eligibility.access.BridgeStanding;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.JoinedBridge;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.fleet.WrongCodes;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.GetBridgeRequest;
import id.sidik.eligibility.v1.GetBridgeResponse;
import id.sidik.eligibility.v1.InviteBridgeRequest;
import id.sidik.eligibility.v1.InviteBridgeResponse;
import id.sidik.eligibility.v1.JoinFleetRequest;
import id.sidik.eligibility.v1.JoinFleetResponse;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.ListDevicesRequest;
import id.sidik.eligibility.v1.PublishProfileRequest;
import id.sidik.eligibility.v1.RenewBridgeRequest;
import id.sidik.eligibility.v1.RenewBridgeResponse;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.RevokeBridgeRequest;
import id.sidik.eligibility.v1.RevokeDeviceRequest;
import id.sidik.eligibility.v1.ScannerHealth;
import id.sidik.wire.device.JoinStatement;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.CertificateRequest;
import id.sidik.wire.trust.JoinCode;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.PendingKey;
import id.sidik.wire.trust.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that let bridges join, once and for a while, and what bridges do then, on real books. */
class FleetJourneyTest {
    private static final String RSUD = "RSUD-01";
    private static final String ONE = "bridge-one";
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @TempDir
    private Path folder;

    private final RandomGenerator random = new SplittableRandom(5);
    private final KeyPair deviceKey = Ed25519.newPair();
    private Counter counter;
    private int keys;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        LocalAuthority.establish(folder.resolve("trust"), counter::now);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aCodeMakesABridgeWithACertificateAndARegisteredDevice() throws Exception {
        JoinFleetResponse joined = join(request(invite(RSUD), ONE, key("one")));

        X509Certificate certificate =
                BridgeIdentity.certificateOf(joined.getCertificate().toByteArray());
        assertThat(BridgeName.of(certificate)).contains(new BridgeName(RSUD, ONE));
        assertThat(joined.getGatePort()).isEqualTo(Counter.GATE_PORT);
        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
        assertThat(bridges())
                .singleElement()
                .extracting(BridgeRecord::getDeviceId)
                .isEqualTo(ONE);
        assertThat(counter.journeys
                        .devices()
                        .list(ListDevicesRequest.newBuilder()
                                .setFacilityId(RSUD)
                                .build())
                        .getDevices(0)
                        .getKeyId())
                .isEqualTo(Ed25519.keyId(deviceKey.getPublic()));
    }

    @Test
    void aLostAnswerIsToldAgainToTheSameKeyAndToNoOther() throws Exception {
        String secret = invite(RSUD);
        PendingKey key = key("one");
        JoinFleetResponse first = join(request(secret, ONE, key));
        counter.advance(Duration.ofDays(3));

        assertThat(join(request(secret, ONE, key))).isEqualTo(first);
        assertRefused("CODE_USED", () -> join(request(secret, ONE, key("two"))));
        assertRefused("CODE_USED", () -> join(request(secret, "bridge-two", key("two"))));
    }

    @Test
    void aCodeServesForAWhileAlone() {
        String secret = invite(RSUD);
        counter.advance(Duration.ofHours(24));

        assertRefused("CODE_EXPIRED", () -> join(request(secret, ONE, key("one"))));
        assertThat(bridges()).isEmpty();
    }

    @Test
    void whoeverGuessesWaitsAndNobodyElseDoes() {
        String secret = invite(RSUD);
        for (int i = 0; i < WrongCodes.WRONG_MAX; i++) {
            assertRefused("CODE_UNKNOWN", () -> join(request(JoinCode.newSecret(random), ONE, key("one"))));
        }

        assertRefused("TOO_MANY_CODES", () -> join(request(secret, ONE, key("one"))));
        assertThat(counter.journeys.joining().join(request(secret, ONE, key("one")), ELSEWHERE))
                .isNotNull();
        counter.advance(Duration.ofMinutes(10));
        String next = invite(RSUD);
        assertThat(join(request(next, "bridge-two", key("two"), Ed25519.newPair())))
                .as("the window ends")
                .isNotNull();
    }

    @Test
    void nobodyJoinsAsADeviceThatHasAnotherKeyOrWasRevoked() {
        join(request(invite(RSUD), ONE, key("one")));
        assertRefused("DEVICE_TAKEN", () -> join(request(invite("RS-FAR"), ONE, key("two"), Ed25519.newPair())));

        counter.journeys
                .devices()
                .revoke(
                        RevokeDeviceRequest.newBuilder()
                                .setIdempotencyKey(nextKey())
                                .setDeviceId(ONE)
                                .build(),
                        operator());
        assertRefused("DEVICE_REVOKED", () -> join(request(invite(RSUD), ONE, key("three"))));
    }

    @Test
    void theDeviceMustHaveSignedForThisVeryKey() {
        JoinFleetRequest request = request(invite(RSUD), ONE, key("one"));
        JoinFleetRequest anothersCsr = request.toBuilder()
                .setCsr(ByteString.copyFrom(key("two").request().der()))
                .build();

        assertRefused("KEY_INVALID", () -> join(anothersCsr));
        assertRefused("CSR_INVALID", () -> join(request.toBuilder().clearCsr().build()));
        assertRefused(
                "DEVICE_INVALID", () -> join(request.toBuilder().setDeviceId("").build()));
    }

    @Test
    void aBridgeThatMovesLeavesItsFormerFacility() throws Exception {
        JoinFleetResponse before = join(request(invite(RSUD), ONE, key("one")));
        JoinFleetResponse after = join(request(invite("RS-FAR"), ONE, key("two")));

        assertThat(standing(RSUD, before.getCertificate())).isEqualTo(BridgeStanding.UNKNOWN);
        assertThat(standing("RS-FAR", after.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
    }

    @Test
    void whoWasTurnedAwayStaysAway() throws Exception {
        JoinFleetResponse joined = join(request(invite(RSUD), ONE, key("one")));
        revoke(ONE);

        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.REVOKED);
        assertThat(bridges()).singleElement().matches(BridgeRecord::getRevoked);
        assertRefused("DEVICE_REVOKED", () -> join(request(invite(RSUD), ONE, key("one"))));
        assertRefused("BRIDGE_UNKNOWN", () -> revoke("bridge-two"));
    }

    @Test
    void invitationsAreBoundedAndMadeOnce() throws Exception {
        InviteBridgeRequest request = invitation(RSUD, JoinCode.hashOf("0123456789AB"), 30);
        InviteBridgeResponse first = counter.journeys.fleet().invite(request, operator());

        assertThat(counter.journeys.fleet().invite(request, operator())).isEqualTo(first);
        assertThat(first.getExpiresAt().getSeconds())
                .isEqualTo(counter.now().plus(Duration.ofMinutes(30)).getEpochSecond());
        assertRefused("CODE_EXISTS", () -> inviting(invitation(RSUD, JoinCode.hashOf("0123456789AB"), 30)));
        assertRefused("VALIDITY_INVALID", () -> inviting(invitation(RSUD, JoinCode.hashOf("x"), 4)));
        assertRefused("VALIDITY_INVALID", () -> inviting(invitation(RSUD, JoinCode.hashOf("x"), 10_081)));
        assertRefused("CODE_INVALID", () -> inviting(invitation(RSUD, "a secret", 30)));
        assertRefused("FACILITY_INVALID", () -> inviting(invitation("", JoinCode.hashOf("x"), 30)));
        Files.delete(folder.resolve("trust").resolve("ca.key.pem"));
        assertRefused("AUTHORITY_ABSENT", () -> inviting(invitation(RSUD, JoinCode.hashOf("x"), 30)));
    }

    @Test
    void theNextCertificateIsMadeOnceForAKeyAndEndsTheFormerWhenItIsSeen() throws Exception {
        JoinFleetResponse joined = join(request(invite(RSUD), ONE, key("one")));
        Caller before = bridge(joined.getCertificate());
        RenewBridgeRequest request = renewal("two");

        RenewBridgeResponse next = life().renew(request, before);
        assertThat(life().renew(request, before)).as("the answer was lost").isEqualTo(next);
        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
        assertThat(standing(RSUD, next.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);

        report(before);
        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
        report(bridge(next.getCertificate()));
        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.UNKNOWN);
        assertThat(standing(RSUD, next.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
    }

    @Test
    void anAnswerThatNeverCameIsReplacedByTheNext() throws Exception {
        JoinFleetResponse joined = join(request(invite(RSUD), ONE, key("one")));
        Caller before = bridge(joined.getCertificate());
        RenewBridgeResponse lost = life().renew(renewal("two"), before);

        RenewBridgeResponse next = life().renew(renewal("three"), before);
        assertThat(standing(RSUD, lost.getCertificate())).isEqualTo(BridgeStanding.UNKNOWN);
        assertThat(standing(RSUD, joined.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
        assertThat(standing(RSUD, next.getCertificate())).isEqualTo(BridgeStanding.IN_FORCE);
    }

    @Test
    void whatABridgeSaysIsBoundedAndListed() throws Exception {
        JoinFleetResponse joined = join(request(invite(RSUD), ONE, key("one")));
        Caller caller = bridge(joined.getCertificate());
        assertThat(bridges()).singleElement().matches(bridge -> !bridge.hasLastSeen());
        report(caller);

        assertThat(bridges()).singleElement().satisfies(bridge -> {
            assertThat(bridge.getLastSeen().getSeconds())
                    .isEqualTo(counter.now().getEpochSecond());
            assertThat(bridge.getSoftwareVersion()).isEqualTo("1.0");
            assertThat(bridge.getScanners(0).getState()).isEqualTo("READY");
        });
        ReportBridgeRequest said =
                ReportBridgeRequest.newBuilder().setSoftwareVersion("1.0").build();
        assertRefused(
                "REPORT_INVALID",
                () -> life().report(
                                said.toBuilder().setSoftwareVersion("\u001b[2J").build(), caller));
        assertRefused(
                "REPORT_INVALID",
                () -> life().report(
                                said.toBuilder()
                                        .setSoftwareVersion("x".repeat(61))
                                        .build(),
                                caller));
        assertRefused(
                "REPORT_INVALID",
                () -> life().report(
                                said.toBuilder()
                                        .addAllScanners(Collections.nCopies(17, ScannerHealth.getDefaultInstance()))
                                        .build(),
                                caller));
        assertRefused("BRIDGE_UNNAMED", () -> life().report(said, new Caller(Role.BRIDGE, caller.patience())));
    }

    @Test
    void oneBridgeIsShownWholeAndItsFiguresAreBounded() throws Exception {
        Caller caller = bridge(join(request(invite(RSUD), ONE, key("one"))).getCertificate());
        publish("", "bridge.kiosk-mode", "attended");
        ScannerHealth scanner = ScannerHealth.newBuilder()
                .setModel("ZFM-20")
                .setState("READY")
                .putCaptures("COMPLETED", 31)
                .putFaults("ABSENT", 2)
                .setReplugs(1)
                .setImpressions(31)
                .setAttempts(33)
                .setRecentQuality(62)
                .build();
        ReportBridgeRequest said = ReportBridgeRequest.newBuilder()
                .setSoftwareVersion("1.0")
                .addScanners(scanner)
                .setStartedAt(ProtoTime.of(counter.now()))
                .setProfileHeld(1)
                .build();
        var _ = life().report(said, caller);

        GetBridgeResponse shown = show(ONE);
        assertThat(shown.getProfilePublished()).isEqualTo(1);
        assertThat(shown.getBridge().getFacilityId()).isEqualTo(RSUD);
        assertThat(shown.getBridge().getCertificateThumbprint())
                .isEqualTo(caller.warrant().identity().bridge().orElseThrow().thumbprint());
        assertThat(shown.getBridge().getStartedAt()).isEqualTo(ProtoTime.of(counter.now()));
        assertThat(shown.getBridge().getScannersList()).containsExactly(scanner);
        assertThat(shown.getBridge().getProfileHeld()).isEqualTo(1);

        assertRefused("BRIDGE_UNKNOWN", () -> show("bridge-two"));
        assertRefused("DEVICE_INVALID", () -> show(""));
        assertRefusedReport(scanner.toBuilder().setRecentQuality(101), caller);
        assertRefusedReport(scanner.toBuilder().putCaptures("\u001b[2J", 1), caller);
        ScannerHealth.Builder manifold = scanner.toBuilder();
        for (int i = 0; i < 33; i++) {
            manifold.putFaults("FAULT-" + i, 1);
        }
        assertRefusedReport(manifold, caller);
    }

    private void assertRefusedReport(ScannerHealth.Builder scanner, Caller caller) {
        assertRefused(
                "REPORT_INVALID",
                () -> life().report(
                                ReportBridgeRequest.newBuilder()
                                        .addScanners(scanner)
                                        .build(),
                                caller));
    }

    private GetBridgeResponse show(String deviceId) {
        return counter.journeys
                .fleet()
                .get(GetBridgeRequest.newBuilder().setDeviceId(deviceId).build());
    }

    @Test
    void theNewestProfileOfAFacilityOrOfAllIsFetchedSigned() throws Exception {
        Caller caller = bridge(join(request(invite(RSUD), ONE, key("one"))).getCertificate());
        publish("", "bridge.kiosk-mode", "attended");
        publish("RS-FAR", "bridge.kiosk-mode", "self-service");

        String forAll = news(caller, 0);
        assertThat(CompactJws.verify(forAll, Ed25519.fromPem(anchorPem())))
                .contains("\"number\":1")
                .contains("\"facility\":\"\"")
                .contains("\"bridge.kiosk-mode\":\"attended\"");
        assertThat(news(caller, 1)).as("nothing is newer for it").isEmpty();

        publish(RSUD, "bridge.attempts-max", "2");
        assertThat(CompactJws.verify(news(caller, 1), Ed25519.fromPem(anchorPem())))
                .contains("\"number\":3")
                .contains("\"facility\":\"RSUD-01\"");
        counter.advance(Duration.ofDays(90));
        assertThat(news(caller, 0)).as("the time to take it is over").isEmpty();
    }

    @Test
    void profilesSetNothingThatWouldHandABoxOver() {
        assertRefused("PROFILE_INVALID", () -> publish("", "bridge.eligibility-address", "evil.example:1"));
        assertRefused(
                "PROFILE_INVALID",
                () -> counter.journeys
                        .profiles()
                        .publish(profile("").clearSettings().build(), operator()));
        assertRefused(
                "VALIDITY_INVALID",
                () -> counter.journeys
                        .profiles()
                        .publish(profile("").setValidDays(366).build(), operator()));
        assertRefused("FACILITY_INVALID", () -> publish("no/facility", "bridge.kiosk-mode", "attended"));
    }

    private void publish(String facility, String key, String value) {
        assertThat(counter.journeys
                        .profiles()
                        .publish(
                                profile(facility)
                                        .clearSettings()
                                        .putSettings(key, value)
                                        .build(),
                                operator())
                        .getNumber())
                .isPositive();
    }

    private PublishProfileRequest.Builder profile(String facility) {
        return PublishProfileRequest.newBuilder()
                .setIdempotencyKey(nextKey())
                .setFacilityId(facility)
                .putSettings("bridge.kiosk-mode", "attended");
    }

    private String news(Caller caller, long held) {
        return life().report(
                        ReportBridgeRequest.newBuilder().setProfileHeld(held).build(), caller)
                .getProfile();
    }

    private String anchorPem() {
        return counter.keys.anchor().publicKeyPem();
    }

    private BridgeLifeJourney life() {
        return counter.journeys.bridgeLife();
    }

    private void report(Caller caller) {
        assertThat(life().report(
                                ReportBridgeRequest.newBuilder()
                                        .setSoftwareVersion("1.0")
                                        .addScanners(ScannerHealth.newBuilder()
                                                .setModel("ZFM-20")
                                                .setState("READY"))
                                        .build(),
                                caller))
                .isNotNull();
    }

    private RenewBridgeRequest renewal(String key) {
        return RenewBridgeRequest.newBuilder()
                .setCsr(ByteString.copyFrom(key(key).request().der()))
                .build();
    }

    /** A call with this certificate. */
    private static Caller bridge(ByteString certificate) throws GeneralSecurityException {
        X509Certificate shown = BridgeIdentity.certificateOf(certificate.toByteArray());
        JoinedBridge bridge = new JoinedBridge(BridgeName.of(shown).orElseThrow(), PeerCertificate.thumbprint(shown));
        Identity identity = new Identity(Role.BRIDGE, Optional.empty(), Scope.NONE, Optional.of(bridge));
        return new Caller(
                new Warrant(identity, Reach.EVERYWHERE), Patience.of(Duration.ofMinutes(1), System::nanoTime));
    }

    private String invite(String facility) {
        String secret = JoinCode.newSecret(random);
        inviting(invitation(facility, JoinCode.hashOf(secret), 0));
        return secret;
    }

    private void inviting(InviteBridgeRequest request) {
        assertThat(counter.journeys.fleet().invite(request, operator())).isNotNull();
    }

    private InviteBridgeRequest invitation(String facility, String hash, int minutes) {
        return InviteBridgeRequest.newBuilder()
                .setIdempotencyKey(nextKey())
                .setFacilityId(facility)
                .setCodeSha256(hash)
                .setValidMinutes(minutes)
                .build();
    }

    private PendingKey key(String name) {
        return PendingKey.openOrCreate(folder.resolve(name));
    }

    private JoinFleetRequest request(String secret, String deviceId, PendingKey key) {
        return request(secret, deviceId, key, deviceKey);
    }

    private static JoinFleetRequest request(String secret, String deviceId, PendingKey key, KeyPair device) {
        CertificateRequest csr = key.request();
        return JoinFleetRequest.newBuilder()
                .setCodeSecret(secret)
                .setCsr(ByteString.copyFrom(csr.der()))
                .setDeviceId(deviceId)
                .setDevicePublicKeyPem(Ed25519.toPem(device.getPublic()))
                .setDeviceSignature(ByteString.copyFrom(
                        Ed25519.sign(device.getPrivate(), JoinStatement.of(deviceId, csr.keySha256()))))
                .build();
    }

    private JoinFleetResponse join(JoinFleetRequest request) {
        return counter.journeys.joining().join(request, HERE);
    }

    private void revoke(String deviceId) {
        counter.journeys
                .fleet()
                .revoke(
                        RevokeBridgeRequest.newBuilder()
                                .setIdempotencyKey(nextKey())
                                .setDeviceId(deviceId)
                                .build(),
                        operator());
    }

    private BridgeStanding standing(String facility, ByteString certificate) throws GeneralSecurityException {
        String thumbprint = PeerCertificate.thumbprint(BridgeIdentity.certificateOf(certificate.toByteArray()));
        return counter.journeys.fleet().standing(new JoinedBridge(new BridgeName(facility, ONE), thumbprint));
    }

    private List<BridgeRecord> bridges() {
        return counter.journeys
                .fleet()
                .list(ListBridgesRequest.getDefaultInstance())
                .getBridgesList();
    }

    private String nextKey() {
        return "join-key-" + ++keys;
    }
}
