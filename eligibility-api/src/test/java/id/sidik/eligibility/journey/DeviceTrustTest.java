package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.KeySuccession;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.DeviceRecord;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.EnrolFingersResponse;
import id.sidik.eligibility.v1.ListDevicesRequest;
import id.sidik.eligibility.v1.RegisterDeviceRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.RevokeDeviceRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registered devices, what they seal, and copies, on real books. */
class DeviceTrustTest {
    private static final String RSUD = "RSUD-01";
    private static final String FAR = "RS-FAR";
    private static final String ONE = "counter-1";
    private static final String TWO = "counter-2";
    private static final String TUTI = "3174015708850004";

    @TempDir
    private Path folder;

    private final KeyPair keyOfOne = Ed25519.newPair();
    private final KeyPair keyOfTwo = Ed25519.newPair();
    private Counter counter;
    private int keys;

    @BeforeEach
    void registerSiti() {
        counter = new Counter(folder);
        counter.journeys
                .registration()
                .register(registration("reg-siti", SITI, sample("siti"), sample("siti-again")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aFacilityWithDevicesTakesNoOtherCaptures() {
        assertThat(ask(check(RSUD, "siti")).hasGranted()).as("it has none yet").isTrue();
        register(ONE, RSUD, keyOfOne);
        register(TWO, FAR, keyOfTwo);

        assertThat(ask(sealed(check(RSUD, "siti"), ONE, keyOfOne)).hasGranted()).isTrue();
        assertUntrusted(check(RSUD, "siti"));
        assertUntrusted(sealed(check(RSUD, "siti"), "counter-9", keyOfOne));
        assertUntrusted(sealed(check(RSUD, "siti"), TWO, keyOfTwo));
        assertUntrusted(sealed(check(RSUD, "siti"), ONE, keyOfTwo));
    }

    @Test
    void aSealIsOfOnePersonAndHerSamples() {
        register(ONE, RSUD, keyOfOne);
        CheckEligibilityRequest sealed = sealed(check(RSUD, "siti"), ONE, keyOfOne);

        assertUntrusted(sealed.toBuilder().setNid(Counter.BUDI).build());
        assertRefused("IDEMPOTENCY_KEY_REUSED", () -> ask(sealed));

        CheckEligibilityRequest again = sealed(check(RSUD, "siti"), ONE, keyOfOne);
        assertUntrusted(again.toBuilder().setSamples(0, sample("siti-again")).build());
    }

    @Test
    void aRevokedDeviceIsNeverBelievedAgain() {
        register(ONE, RSUD, keyOfOne);
        counter.journeys
                .devices()
                .revoke(
                        RevokeDeviceRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setDeviceId(ONE)
                                .build(),
                        operator());

        assertUntrusted(sealed(check(RSUD, "siti"), ONE, keyOfOne));
        assertRefused("DEVICE_REVOKED", () -> register(ONE, RSUD, keyOfOne));
        assertThat(devices()).singleElement().matches(DeviceRecord::getRevoked);
    }

    @Test
    void aCopyOfASampleProvesNothingWhoeverSealsItAndWhateverFingerItIsCalled() {
        register(ONE, RSUD, keyOfOne);
        register(TWO, RSUD, keyOfTwo);
        assertThat(ask(sealed(check(RSUD, "siti"), ONE, keyOfOne)).hasGranted()).isTrue();

        CheckEligibilityResponse copied = ask(sealed(check(RSUD, "siti"), TWO, keyOfTwo));
        Sample renamed =
                sample("siti").toBuilder().setFinger(FingerPosition.LEFT_LITTLE).build();
        CheckEligibilityResponse called = ask(sealed(question(RSUD, renamed), ONE, keyOfOne));

        assertThat(copied.getUndetermined().getCause()).isEqualTo("CAPTURE_REPLAYED");
        assertThat(copied.getUndetermined().getCode()).isEqualTo("BIO-009");
        assertThat(called.getUndetermined().getCause()).isEqualTo("CAPTURE_REPLAYED");
        assertThat(ask(sealed(check(RSUD, "siti-again"), ONE, keyOfOne)).hasGranted())
                .isTrue();
    }

    @Test
    void fingersThatFailedOneByOneMayBeShownTogetherAndServeOnce() {
        register(ONE, RSUD, keyOfOne);
        register(TWO, RSUD, keyOfTwo);
        assertThat(ask(sealed(check(RSUD, "worn"), ONE, keyOfOne)).hasDenied()).isTrue();

        assertThat(ask(sealed(together(), TWO, keyOfTwo)).getUndetermined().getCause())
                .as("at another counter")
                .isEqualTo("CAPTURE_REPLAYED");
        assertThat(ask(sealed(together(), ONE, keyOfOne)).hasGranted()).isTrue();
        assertThat(ask(sealed(check(RSUD, "worn"), ONE, keyOfOne))
                        .getUndetermined()
                        .getCause())
                .as("a decision rests on it")
                .isEqualTo("CAPTURE_REPLAYED");
    }

    private CheckEligibilityRequest together() {
        return question(RSUD, sample("siti")).toBuilder()
                .addSamples(sample("worn"))
                .build();
    }

    @Test
    void aKeyIsFollowedToTheOneThatItVouchesFor() {
        register(ONE, RSUD, keyOfOne);
        KeyPair next = Ed25519.newPair();

        assertUntrusted(sealed(check(RSUD, "siti"), ONE, next));
        CheckEligibilityRequest question = check(RSUD, "siti");
        CaptureSeal.Builder seal = seal(question, ONE, next).setSuccession(succession(ONE, keyOfOne, next));
        assertThat(ask(question.toBuilder().setCaptureSeal(seal).build()).hasGranted())
                .isTrue();

        assertThat(devices())
                .singleElement()
                .matches(device -> device.getKeyId().equals(Ed25519.keyId(next.getPublic())));
        assertThat(ask(sealed(check(RSUD, "siti-again"), ONE, next)).hasGranted())
                .isTrue();
        assertUntrusted(sealed(check(RSUD, "siti"), ONE, keyOfOne));
    }

    @Test
    void failuresAtOneDeviceDoNotKeepThePersonFromAnother() {
        register(ONE, RSUD, keyOfOne);
        register(TWO, RSUD, keyOfTwo);
        for (int attempt = 0; attempt < 5; attempt++) {
            ask(sealed(check(RSUD, "attacker-" + attempt), ONE, keyOfOne));
        }
        assertRefused("TOO_MANY_FAILURES", () -> ask(sealed(check(RSUD, "siti"), ONE, keyOfOne)));

        assertThat(ask(sealed(check(RSUD, "siti"), TWO, keyOfTwo)).hasGranted()).isTrue();
    }

    @Test
    void nobodyWearsOutADeviceByNamingIt() {
        register(ONE, RSUD, keyOfOne);
        for (int attempt = 0; attempt < 30; attempt++) {
            assertUntrusted(sealed(check(RSUD, "attacker-" + attempt), ONE, keyOfTwo));
        }
        assertThat(ask(sealed(check(RSUD, "siti"), ONE, keyOfOne)).hasGranted()).isTrue();
    }

    @Test
    void aFacilityWithDevicesRegistersNobodyWithFingersOfOthers() {
        assertThat(enrol(enrolment("first", Counter.BUDI, RSUD)).hasRegistered())
                .as("it has none yet")
                .isTrue();
        register(ONE, RSUD, keyOfOne);
        register(TWO, FAR, keyOfTwo);
        RegisterMemberRequest request = enrolment("second", TUTI, RSUD);

        assertRefused("DEVICE_NOT_TRUSTED", () -> enrol(request));
        assertRefused("DEVICE_NOT_TRUSTED", () -> enrol(sealed(request, TWO, keyOfTwo)));
        assertRefused("DEVICE_NOT_TRUSTED", () -> enrol(sealed(request, ONE, keyOfTwo)));
        assertRefused(
                "DEVICE_NOT_TRUSTED",
                () -> enrol(sealed(request, ONE, keyOfOne).toBuilder()
                        .setSamples(0, sample("other"))
                        .build()));
        assertRefused(
                "CAPTURE_SEAL_INVALID",
                () -> enrol(sealed(request, ONE, keyOfOne).toBuilder()
                        .setIdempotencyKey("another-key")
                        .build()));
        assertRefused(
                "FACILITY_INVALID",
                () -> enrol(sealed(request, ONE, keyOfOne).toBuilder()
                        .clearFacilityId()
                        .build()));
        assertThat(enrol(sealed(request, ONE, keyOfOne)).hasRegistered()).isTrue();
    }

    @Test
    void aRegistrationFollowsTheKeyOfItsDevice() {
        register(ONE, RSUD, keyOfOne);
        KeyPair next = Ed25519.newPair();
        RegisterMemberRequest request = enrolment("first", TUTI, RSUD);
        RegisterMemberRequest followed =
                sealed(request, seal(request, ONE, next).setSuccession(succession(ONE, keyOfOne, next)));

        assertThat(enrol(followed).hasRegistered()).isTrue();
        assertThat(devices())
                .singleElement()
                .matches(device -> device.getKeyId().equals(Ed25519.keyId(next.getPublic())));
    }

    @Test
    void theLastStepOfARegistrationTakesFingersOfTheFacilitysDevicesAlone() {
        register(ONE, RSUD, keyOfOne);
        CompleteRegistrationRequest request = completion("first");

        assertRefused("DEVICE_NOT_TRUSTED", () -> complete(request));
        assertRefused("DEVICE_NOT_TRUSTED", () -> complete(sealed(request, TUTI, keyOfTwo)));
        assertRefused("DEVICE_NOT_TRUSTED", () -> complete(sealed(request, SITI, keyOfOne)));
        assertRefused(
                "CAPTURE_SEAL_INVALID",
                () -> complete(sealed(request, TUTI, keyOfOne).toBuilder()
                        .setIdempotencyKey("another-key")
                        .build()));
        assertRefused(
                "FACILITY_INVALID",
                () -> complete(sealed(request, TUTI, keyOfOne).toBuilder()
                        .clearFacilityId()
                        .build()));
        assertThat(complete(sealed(request, TUTI, keyOfOne)).hasRegistered())
                .as("a refusal leaves the registration open")
                .isTrue();
    }

    private CompleteRegistrationRequest completion(String finger) {
        String registration = counter.journeys
                .registration()
                .begin(
                        BeginRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(TUTI)
                                .setChannel(RegistrationChannel.COUNTER)
                                .build(),
                        operator())
                .getRegistrationId();
        counter.journeys
                .registration()
                .describe(
                        DescribeApplicantRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setRegistrationId(registration)
                                .setFullName("Tuti Handayani")
                                .setSegment(Segment.INFORMAL)
                                .build(),
                        operator());
        return CompleteRegistrationRequest.newBuilder()
                .setIdempotencyKey(key())
                .setRegistrationId(registration)
                .addSamples(sample(finger))
                .setBiometricConsent(true)
                .setFacilityId(RSUD)
                .build();
    }

    private RegisterMemberResponse complete(CompleteRegistrationRequest request) {
        return counter.journeys.registration().complete(request, operator());
    }

    private static CompleteRegistrationRequest sealed(CompleteRegistrationRequest request, String nid, KeyPair key) {
        return request.toBuilder()
                .setCaptureSeal(seal(request.getIdempotencyKey(), nid, request.getSamplesList(), ONE, key))
                .build();
    }

    @Test
    void fingersAreAddedFromTheFacilitysDevicesAlone() {
        register(ONE, RSUD, keyOfOne);
        EnrolFingersRequest request = EnrolFingersRequest.newBuilder()
                .setIdempotencyKey(key())
                .setNid(SITI)
                .addSamples(sample("siti-thumb"))
                .setBiometricConsent(true)
                .setFacilityId(RSUD)
                .build();

        assertRefused("DEVICE_NOT_TRUSTED", () -> add(request));
        assertRefused("DEVICE_NOT_TRUSTED", () -> add(sealed(request, keyOfTwo)));
        assertThat(add(sealed(request, keyOfOne)).hasEnrolled()).isTrue();
    }

    private EnrolFingersResponse add(EnrolFingersRequest request) {
        return counter.journeys.fingers().enrol(request, operator());
    }

    private static EnrolFingersRequest sealed(EnrolFingersRequest request, KeyPair key) {
        return request.toBuilder()
                .setCaptureSeal(seal(request.getIdempotencyKey(), request.getNid(), request.getSamplesList(), ONE, key))
                .build();
    }

    private static CaptureSeal.Builder seal(
            String transaction, String nid, List<Sample> samples, String device, KeyPair key) {
        return seal(
                CheckEligibilityRequest.newBuilder()
                        .setIdempotencyKey(transaction)
                        .setNid(nid)
                        .addAllSamples(samples)
                        .build(),
                device,
                key);
    }

    private RegisterMemberResponse enrol(RegisterMemberRequest request) {
        return counter.journeys.registration().register(request, operator());
    }

    private RegisterMemberRequest enrolment(String finger, String nid, String facility) {
        return registration(key(), nid, sample(finger)).toBuilder()
                .setFullName("Anggun " + finger)
                .setFacilityId(facility)
                .build();
    }

    private static RegisterMemberRequest sealed(RegisterMemberRequest request, String device, KeyPair key) {
        return sealed(request, seal(request, device, key));
    }

    private static RegisterMemberRequest sealed(RegisterMemberRequest request, CaptureSeal.Builder seal) {
        return request.toBuilder().setCaptureSeal(seal).build();
    }

    private static CaptureSeal.Builder seal(RegisterMemberRequest request, String device, KeyPair key) {
        return seal(request.getIdempotencyKey(), request.getNid(), request.getSamplesList(), device, key);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertRefused(
                "KEY_INVALID",
                () -> counter.journeys
                        .devices()
                        .register(
                                RegisterDeviceRequest.newBuilder()
                                        .setIdempotencyKey(key())
                                        .setDeviceId(ONE)
                                        .setFacilityId(RSUD)
                                        .setPublicKeyPem("no key")
                                        .build(),
                                operator()));
    }

    private void register(String device, String facility, KeyPair key) {
        counter.journeys
                .devices()
                .register(
                        RegisterDeviceRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setDeviceId(device)
                                .setFacilityId(facility)
                                .setPublicKeyPem(Ed25519.toPem(key.getPublic()))
                                .build(),
                        operator());
    }

    private List<DeviceRecord> devices() {
        return counter.journeys
                .devices()
                .list(ListDevicesRequest.newBuilder().setFacilityId(RSUD).build())
                .getDevicesList();
    }

    private CheckEligibilityRequest check(String facility, String finger) {
        return question(facility, sample(finger));
    }

    private CheckEligibilityRequest question(String facility, Sample sample) {
        return Counter.check(key(), SITI, sample).toBuilder()
                .setFacilityId(facility)
                .build();
    }

    private static CheckEligibilityRequest sealed(CheckEligibilityRequest question, String device, KeyPair key) {
        return question.toBuilder().setCaptureSeal(seal(question, device, key)).build();
    }

    private static CaptureSeal.Builder seal(CheckEligibilityRequest question, String device, KeyPair key) {
        CaptureSeal.Builder seal = CaptureSeal.newBuilder()
                .setDeviceId(device)
                .setKeyId(Ed25519.keyId(key.getPublic()))
                .setNonce(ByteString.copyFrom(new byte[CaptureStatement.NONCE_BYTES]))
                .setTransaction(question.getIdempotencyKey())
                .setCapturedAt(question.getCapturedAt())
                .setDpi(500);
        byte[] statement = CaptureStatement.of(seal.build(), question.getNid(), question.getSamplesList(), "");
        return seal.setSignature(ByteString.copyFrom(Ed25519.sign(key.getPrivate(), statement)));
    }

    private static KeySuccession succession(String device, KeyPair former, KeyPair next) {
        String formerId = Ed25519.keyId(former.getPublic());
        return KeySuccession.newBuilder()
                .setFormerKeyId(formerId)
                .setPublicKey(Ed25519.toBase64Url(next.getPublic()))
                .setSignature(ByteString.copyFrom(
                        Ed25519.sign(former.getPrivate(), SuccessionStatement.of(device, formerId, next.getPublic()))))
                .build();
    }

    private CheckEligibilityResponse ask(CheckEligibilityRequest request) {
        return counter.journeys.eligibility().check(request, operator());
    }

    private void assertUntrusted(CheckEligibilityRequest request) {
        assertThat(ask(request).getUndetermined().getCause()).isEqualTo("DEVICE_NOT_TRUSTED");
    }

    private String key() {
        keys++;
        return "key-number-" + keys;
    }
}
