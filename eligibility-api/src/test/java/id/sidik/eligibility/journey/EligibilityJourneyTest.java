package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.NOW;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.check;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerException;
import id.sidik.biometrics.v1.FingerExceptionKind;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.CheckEligibilityResponse.OutcomeCase;
import id.sidik.eligibility.v1.StageTiming;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.rpc.ProtoTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EligibilityJourneyTest {
    private Counter counter;

    @BeforeEach
    void registerSiti(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private CheckEligibilityResponse answer(CheckEligibilityRequest request) {
        return counter.journeys.eligibility().check(request, operator());
    }

    /** One of 250 random ids has sixteen digits in a row, and would stand masked in the audit: nobody could look it up. */
    @Test
    void givesIdsThatTheAuditKeepsWhole() {
        Books books = new Books(
                counter.store,
                counter.keys,
                new NidRules(RegionTable.bundled(), NidProfile.LENIENT),
                InstantSource.fixed(Counter.NOW),
                new Random(1));
        for (int i = 0; i < 5_000; i++) {
            String id = books.newId();
            AuditEvent event = AuditEvent.of(AuditEventType.DECISION_MADE, Counter.NOW, "BRIDGE")
                    .with(AuditField.DECISION_ID, id);
            assertThat(new String(event.content(), StandardCharsets.UTF_8)).contains(id);
        }
    }

    @Test
    void grantsAMemberWhoIsPresentAndPaid() {
        CheckEligibilityResponse answer = answer(check("capture-1", SITI, sample("siti")));

        assertThat(answer.getGranted().getBenefit()).isEqualTo("JKN");
        assertThat(answer.getTimingsList()).extracting(StageTiming::getStage).contains("verify", "audit", "sign");
    }

    @Test
    void deniesAnotherPersonsFinger() {
        CheckEligibilityResponse answer = answer(check("capture-1", SITI, sample("somebody else")));

        assertThat(answer.getDenied().getReasons(0).getName()).isEqualTo("PRESENCE_MISMATCH");
    }

    @Test
    void deniesANumberThatNobodyIsRegisteredUnder() {
        CheckEligibilityResponse answer = answer(check("capture-1", BUDI, sample("siti")));

        assertThat(answer.getDenied().getReasons(0).getCode()).isEqualTo("ELIG-001");
        assertThat(counter.matcher.verifications()).isZero();
    }

    @Test
    void refersWhenTheMatcherDoesNotAnswer() {
        counter.matcher.down(true);

        assertThat(answer(check("capture-1", SITI, sample("siti")))
                        .getUndetermined()
                        .getCause())
                .isEqualTo("MATCHER_UNAVAILABLE");
    }

    @Test
    void refersWhenTheGalleryIsIncomplete() {
        counter.matcher.galleryIncomplete();

        assertThat(answer(check("capture-1", SITI, sample("siti")))
                        .getUndetermined()
                        .getCause())
                .isEqualTo("GALLERY_INCOMPLETE");
    }

    @Test
    void refersWhenTheFingerIsTooPoor() {
        assertThat(answer(check("capture-1", SITI, FakeMatcher.smudge()))
                        .getUndetermined()
                        .getCause())
                .isEqualTo("QUALITY_TOO_LOW");
    }

    @Test
    void refersAMemberWithoutFingers() {
        counter.journeys.registration().register(registration("reg-budi", BUDI), operator());

        assertThat(answer(check("capture-1", BUDI, sample("budi")))
                        .getUndetermined()
                        .getCause())
                .isEqualTo("NOT_ENROLLED");
    }

    @Test
    void refersWhenTheBridgeHasNoSample() {
        CheckEligibilityRequest unplugged = check("capture-1", SITI).toBuilder()
                .setCaptureFault(CaptureFault.SCANNER_UNPLUGGED)
                .build();

        assertThat(answer(unplugged).getUndetermined().getCause()).isEqualTo("SCANNER_UNPLUGGED");
    }

    @Test
    void keepsWhichDeviceTookTheSamples() {
        CheckEligibilityResponse answer = answer(sealed(check("capture-1", SITI, sample("siti"))));

        assertThat(answer.hasGranted()).isTrue();
        assertThat(new String(
                        counter.store
                                .readAudit(answer.getAuditIndex(), 1)
                                .getFirst()
                                .content(),
                        StandardCharsets.UTF_8))
                .contains("\"device_id\":\"bridge-1\"", "\"device_key_id\":\"00112233445566ff\"");
    }

    @Test
    void keepsWhichFingersStaffDeclaredAndRefersWhenNoneIsLeft() {
        FingerException bandaged = FingerException.newBuilder()
                .setFinger(FingerPosition.RIGHT_INDEX)
                .setKind(FingerExceptionKind.BANDAGED)
                .build();
        CheckEligibilityRequest declared = check("capture-1", SITI).toBuilder()
                .setCaptureFault(CaptureFault.FINGERS_EXCEPTED)
                .addFingerExceptions(bandaged)
                .build();

        CheckEligibilityResponse answer = answer(declared);

        assertThat(answer.getUndetermined().getCause()).isEqualTo("QUALITY_TOO_LOW");
        assertThat(new String(
                        counter.store
                                .readAudit(answer.getAuditIndex(), 1)
                                .getFirst()
                                .content(),
                        StandardCharsets.UTF_8))
                .contains("RIGHT_INDEX:BANDAGED");
        assertRefused(
                "FINGER_EXCEPTIONS_INVALID",
                () -> answer(declared.toBuilder()
                        .setIdempotencyKey("capture-2")
                        .addFingerExceptions(bandaged)
                        .build()));
    }

    @Test
    void refusesASealOfAnotherQuestion() {
        CheckEligibilityRequest sealed = sealed(check("capture-1", SITI, sample("siti")));

        assertRefused(
                "CAPTURE_SEAL_INVALID",
                () -> answer(sealed.toBuilder().setIdempotencyKey("capture-2").build()));
        assertThatThrownBy(() -> answer(sealed.toBuilder()
                        .setCapturedAt(ProtoTime.of(NOW.minusSeconds(1)))
                        .build()))
                .isInstanceOf(RequestRefusedException.class);
    }

    private static CheckEligibilityRequest sealed(CheckEligibilityRequest request) {
        return request.toBuilder()
                .setCaptureSeal(CaptureSeal.newBuilder()
                        .setDeviceId("bridge-1")
                        .setKeyId("00112233445566ff")
                        .setNonce(ByteString.copyFrom(new byte[CaptureStatement.NONCE_BYTES]))
                        .setTransaction(request.getIdempotencyKey())
                        .setCapturedAt(request.getCapturedAt())
                        .setSignature(ByteString.copyFrom(new byte[CaptureStatement.SIGNATURE_BYTES])))
                .build();
    }

    @Test
    void takesACaptureOfExactlyTheGreatestAgeAndLead() {
        assertThat(capturedAfter("capture-1", EligibilityJourney.CAPTURE_AGE_MAX.negated()))
                .isEqualTo(OutcomeCase.GRANTED);
        assertThat(capturedAfter("capture-2", EligibilityJourney.CAPTURE_AHEAD_MAX))
                .isEqualTo(OutcomeCase.GRANTED);
    }

    @Test
    void refersACaptureThatIsTooOldOrFromTheFuture() {
        Duration instant = Duration.ofNanos(1);

        assertThat(capturedAfter(
                        "capture-1",
                        EligibilityJourney.CAPTURE_AGE_MAX.negated().minus(instant)))
                .isEqualTo(OutcomeCase.UNDETERMINED);
        assertThat(capturedAfter("capture-2", EligibilityJourney.CAPTURE_AHEAD_MAX.plus(instant)))
                .isEqualTo(OutcomeCase.UNDETERMINED);
        assertThat(counter.matcher.verifications()).isZero();
    }

    private OutcomeCase capturedAfter(String key, Duration offset) {
        return answer(check(key, SITI, sample("siti")).toBuilder()
                        .setCapturedAt(ProtoTime.of(NOW.plus(offset)))
                        .build())
                .getOutcomeCase();
    }

    @Test
    void decidesOnceForEachCapture() {
        CheckEligibilityRequest request = check("capture-1", SITI, sample("siti"));
        CheckEligibilityResponse first = answer(request);
        long leaves = counter.store.auditHead().size();

        CheckEligibilityResponse again = answer(request);

        assertThat(again.getReceipt()).isEqualTo(first.getReceipt());
        assertThat(again.getAuditIndex()).isEqualTo(first.getAuditIndex());
        assertThat(counter.store.auditHead().size()).isEqualTo(leaves);
        assertThat(counter.matcher.verifications()).isEqualTo(1);
    }

    @Test
    void refusesACaptureIdThatBelongsToAnotherRequest() {
        answer(check("capture-1", SITI, sample("siti")));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> answer(check("capture-1", SITI, sample("another"))))
                .returns("IDEMPOTENCY_KEY_REUSED", RequestRefusedException::reason);
    }

    @Test
    void writesTheDecisionDownBeforeItAnswers() {
        CheckEligibilityResponse answer = answer(check("capture-1", SITI, sample("siti")));

        String leaf = new String(
                counter.store.readAudit(answer.getAuditIndex(), 1).getFirst().content(), StandardCharsets.UTF_8);
        assertThat(leaf)
                .contains(answer.getDecisionId(), "DECISION_MADE", "Granted")
                .doesNotContain(SITI);
    }

    @Test
    void refusesARequestThatAsksNothing() {
        assertThat(reasonOf(check("capture-1", SITI))).isEqualTo("CAPTURE_MISSING");
        assertThat(reasonOf(check("short", SITI, sample("siti")))).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(reasonOf(check("capture-1", "3174015708850000", sample("siti"))))
                .isEqualTo("NID_INVALID");
        assertThat(reasonOf(check("capture-1", SITI, sample("siti")).toBuilder()
                        .clearPurpose()
                        .build()))
                .isEqualTo("PURPOSE_MISSING");
        assertThat(reasonOf(check("capture-1", SITI, sample("siti")).toBuilder()
                        .setFacilityId("no spaces")
                        .build()))
                .isEqualTo("FACILITY_INVALID");
    }

    private String reasonOf(CheckEligibilityRequest request) {
        try {
            return "answered " + answer(request).getOutcomeCase();
        } catch (RequestRefusedException refused) {
            return refused.reason();
        }
    }
}
