package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.officer;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.eligibility.receipt.Receipt;
import id.sidik.eligibility.receipt.ReceiptVerifier;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.v1.AnswerFallbackRequest;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.FallbackRecord.Method;
import id.sidik.eligibility.v1.FallbackRecord.State;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.SetPinRequest;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fallbacks, lockout and best fingers on real books. */
class FallbackJourneyTest {
    private static final String RSUD = "RSUD-01";
    private static final String PIN = "271828";

    @TempDir
    private Path folder;

    private Counter counter;
    private int keys;

    @BeforeEach
    void registerSiti() {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void theRightPinPassesAndCountsInOneCheck() {
        setPin();
        FallbackRecord opened = open(Method.CARD_PIN, refused().getDecisionId());
        assertRefused("FALLBACK_NOT_PASSED", () -> resting(opened));

        assertThat(pin(opened, "314159").getTriesLeft()).isEqualTo(2);
        assertThat(pin(opened, PIN).getState()).isEqualTo(State.PASSED);
        CheckEligibilityResponse answer = resting(opened);

        assertThat(answer.hasGranted()).isTrue();
        assertThat(answer.getFallback().getCode()).isEqualTo("BIO-006");
        assertThat(answer.getFallback().getMethod()).isEqualTo("CARD_PIN");
        assertThat(receipt(answer).fallback()).contains(FallbackMethod.CARD_PIN);
        assertThat(counter.journeys
                        .visits()
                        .open(
                                OpenVisitRequest.newBuilder()
                                        .setIdempotencyKey(key())
                                        .setNid(SITI)
                                        .setKind(VisitRecord.Kind.ADMISSION)
                                        .setFacilityId(RSUD)
                                        .setReceipt(answer.getReceipt())
                                        .build(),
                                operator())
                        .getPresence()
                        .getFallbackMethod())
                .isEqualTo("CARD_PIN");
        assertRefused("FALLBACK_NOT_PASSED", () -> resting(opened));
    }

    @Test
    void theSameCheckAgainSaysTheSameOfItsFallback() {
        setPin();
        FallbackRecord opened = open(Method.CARD_PIN, refused().getDecisionId());
        pin(opened, PIN);
        CheckEligibilityRequest request = restingOn(opened).build();
        CheckEligibilityResponse first = counter.journeys.eligibility().check(request, operator());

        CheckEligibilityResponse again = counter.journeys.eligibility().check(request, operator());

        assertThat(again.getReceipt()).isEqualTo(first.getReceipt());
        assertThat(again.getFallback()).isEqualTo(first.getFallback());
    }

    @Test
    void theReportsCountWhatServed() {
        FallbackRecord opened = open(Method.OFFICER_OVERRIDE, refused().getDecisionId());
        vouch(opened, officer("ani"));
        vouch(opened, officer("budi"));
        CheckEligibilityResponse answer = resting(opened);

        List<FallbackEvent> events = counter.store.list(EventBodies.FALLBACKS, RecordKey.ANY, 10);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo(answer.getDecisionId());
            assertThat(event.kind()).isEqualTo("OFFICER_OVERRIDE");
            assertThat(event.approver()).isEqualTo("budi");
            assertThat(event.granted()).isTrue();
        });
    }

    @Test
    void aFallbackServesNoOtherPurposeAndPlace() {
        setPin();
        FallbackRecord opened = open(Method.CARD_PIN, refused().getDecisionId());
        pin(opened, PIN);

        assertRefused("FALLBACK_UNKNOWN", () -> check(restingOn(opened).setFacilityId("RS-FAR")));
        assertRefused("FALLBACK_UNKNOWN", () -> check(restingOn(opened).setPurpose(Purpose.CLAIM_JHT)));
    }

    @Test
    void anotherFingerIsComparedAndMarked() {
        FallbackRecord opened = open(Method.OTHER_FINGER, refused().getDecisionId());
        assertRefused("CAPTURE_MISSING", () -> resting(opened));

        assertThat(check(restingOn(opened).addSamples(sample("worn"))).hasDenied())
                .isTrue();
        CheckEligibilityResponse answer = check(restingOn(opened).addSamples(sample("siti")));

        assertThat(answer.hasGranted()).isTrue();
        assertThat(answer.getFallback().getMethod()).isEqualTo("OTHER_FINGER");
    }

    @Test
    void wrongPinsEndAFallback() {
        setPin();
        FallbackRecord opened = open(Method.CARD_PIN, refused().getDecisionId());
        pin(opened, "000001");
        pin(opened, "000002");

        assertThat(pin(opened, "000003").getFailure()).isEqualTo("TRIES_USED_UP");
        assertRefused("FALLBACK_ENDED", () -> pin(opened, PIN));
    }

    @Test
    void strangersWearAPinOutForStrangersAlone() {
        setPin();
        counter.journeys
                .visits()
                .open(
                        OpenVisitRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(SITI)
                                .setKind(VisitRecord.Kind.ADMISSION)
                                .setFacilityId(RSUD)
                                .setReceipt(check(RSUD, sample("siti")).getReceipt())
                                .build(),
                        operator());
        for (int facility = 1; facility <= 10; facility++) {
            FallbackRecord guessing = open("RS-" + facility, Method.CARD_PIN);
            for (String guess : new String[] {"000001", "000002", "000003"}) {
                pin(guessing, guess);
            }
        }

        assertRefused("PIN_NOT_HERE", () -> open("RS-11", Method.CARD_PIN));
        assertThat(open("RS-11", Method.OFFICER_OVERRIDE).getState()).isEqualTo(State.AWAITING);
        assertThat(pin(open(RSUD, Method.CARD_PIN), PIN).getState())
                .as("where she is known it serves on")
                .isEqualTo(State.PASSED);

        counter.advance(Duration.ofDays(60));
        assertThat(pin(open("RS-11", Method.CARD_PIN), PIN).getState()).isEqualTo(State.PASSED);
    }

    private FallbackRecord open(String facility, Method method) {
        String refused = check(facility, sample("worn")).getDecisionId();
        return counter.journeys
                .fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(SITI)
                                .setMethod(method)
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setFacilityId(facility)
                                .setAfterDecisionId(refused)
                                .build(),
                        operator());
    }

    @Test
    void aCodeIsSentAndServes() throws IOException {
        assertRefused(
                "PHONE_UNKNOWN", () -> open(Method.ONE_TIME_CODE, refused().getDecisionId()));
        counter.journeys
                .members()
                .updateProfile(
                        UpdateProfileRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(SITI)
                                .setProfile(MemberProfile.newBuilder()
                                        .setPhone("0812-3456-7890")
                                        .setChannel(RegistrationChannel.COUNTER))
                                .build(),
                        operator());
        FallbackRecord opened = open(Method.ONE_TIME_CODE, refused().getDecisionId());
        List<String> message = Files.readAllLines(folder.resolve("outbox").resolve(opened.getFallbackId() + ".txt"));
        String code = message.get(1);

        assertThat(message.getFirst()).isEqualTo("+6281234567890");
        assertThat(code).matches("[0-9]{6}");
        assertThat(code(opened, code.equals("000000") ? "000001" : "000000").getState())
                .isEqualTo(State.AWAITING);
        assertThat(message.get(3)).isEqualTo(Counter.NOW.plusSeconds(300).toString());
        assertThat(code(opened, code).getState()).isEqualTo(State.PASSED);
        assertThat(folder.resolve("outbox").resolve(opened.getFallbackId() + ".txt"))
                .as("it is of use no more")
                .doesNotExist();
        assertThat(resting(opened).getFallback().getMethod()).isEqualTo("ONE_TIME_CODE");
    }

    @Test
    void twoDifferentNamedOfficersVouch() {
        FallbackRecord opened = open(Method.OFFICER_OVERRIDE, refused().getDecisionId());

        assertRefused("OFFICER_UNNAMED", () -> vouch(opened, operator()));
        assertThat(vouch(opened, officer("ani")).getState()).isEqualTo(State.AWAITING_SECOND_OFFICER);
        assertRefused("OFFICER_NOT_ANOTHER", () -> vouch(opened, officer("ani")));
        assertThat(vouch(opened, officer("budi")).getState()).isEqualTo(State.PASSED);
    }

    @Test
    void aFallbackFollowsADecisionThatDidNotGrant() {
        String granted = check(RSUD, sample("siti")).getDecisionId();

        assertRefused("DECISION_NOT_TO_FOLLOW", () -> open(Method.OFFICER_OVERRIDE, granted));
        assertRefused("DECISION_NOT_TO_FOLLOW", () -> open(Method.OFFICER_OVERRIDE, "none-such"));
    }

    @Test
    void anEmergencyIsTreatedFirstAndItsGraceServesOnce() {
        FallbackRecord grace = open(Method.EMERGENCY_GRACE, "");
        OpenVisitRequest visit = OpenVisitRequest.newBuilder()
                .setIdempotencyKey(key())
                .setNid(SITI)
                .setKind(VisitRecord.Kind.ADMISSION)
                .setFacilityId(RSUD)
                .setGraceFallbackId(grace.getFallbackId())
                .build();

        assertRefused("CAPTURE_MISSING", () -> resting(grace));
        assertThat(counter.journeys
                        .visits()
                        .open(visit, operator())
                        .getPresence()
                        .getGraceFallbackId())
                .isEqualTo(grace.getFallbackId());
        assertThat(counter.store.list(EventBodies.FALLBACKS, RecordKey.ANY, 10))
                .singleElement()
                .matches(event -> event.eventId().equals(grace.getFallbackId()))
                .matches(event -> event.kind().equals("EMERGENCY_GRACE"));
        assertRefused(
                "GRACE_NOT_GIVEN",
                () -> counter.journeys
                        .visits()
                        .open(visit.toBuilder().setIdempotencyKey(key()).build(), operator()));
    }

    @Test
    void gracesAreCountedAndEnd() {
        for (int grace = 0; grace < 3; grace++) {
            open(Method.EMERGENCY_GRACE, "");
        }
        assertRefused("FALLBACK_LIMIT_REACHED", () -> open(Method.EMERGENCY_GRACE, ""));
    }

    @Test
    void whoFailsElsewhereLocksNobodyOutHere() {
        for (int attempt = 0; attempt < 5; attempt++) {
            check("RS-FAR", sample("attacker"));
        }
        assertRefused("TOO_MANY_FAILURES", () -> check("RS-FAR", sample("attacker")));

        assertThat(check(RSUD, sample("siti")).hasGranted()).isTrue();
    }

    @Test
    void whoIsLockedOutStillHasTheOfficers() {
        String decision = "";
        for (int attempt = 0; attempt < 5; attempt++) {
            decision = refused().getDecisionId();
        }
        assertRefused("TOO_MANY_FAILURES", () -> check(RSUD, sample("siti")));
        FallbackRecord opened = open(Method.OFFICER_OVERRIDE, decision);
        vouch(opened, officer("ani"));
        vouch(opened, officer("budi"));

        assertThat(resting(opened).hasGranted()).isTrue();
    }

    @Test
    void wrongPinsAndWrongFingersAreCountedTogether() {
        setPin();
        FallbackRecord opened = open(Method.CARD_PIN, refused().getDecisionId());
        refused();
        refused();
        refused();
        pin(opened, "000001");

        assertRefused("TOO_MANY_FAILURES", () -> pin(opened, PIN));
        assertRefused("TOO_MANY_FAILURES", () -> check(RSUD, sample("siti")));
    }

    @Test
    void beingRecognisedForgives() {
        for (int attempt = 0; attempt < 4; attempt++) {
            refused();
        }
        check(RSUD, sample("siti"));
        for (int attempt = 0; attempt < 4; attempt++) {
            refused();
        }
        assertThat(check(RSUD, sample("siti")).hasGranted()).isTrue();
    }

    @Test
    void aRestartForgivesNobody() {
        for (int attempt = 0; attempt < 5; attempt++) {
            refused();
        }
        counter.close();
        counter = new Counter(folder, counter.matcher);
        keys = 500;

        assertRefused("TOO_MANY_FAILURES", () -> check(RSUD, sample("siti")));
    }

    @Test
    void afterAFailureTheFingerThatServedBeforeIsSuggested() {
        check(RSUD, of(FingerPosition.RIGHT_THUMB, "siti"));

        CheckEligibilityResponse refused = check(RSUD, of(FingerPosition.LEFT_INDEX, "worn"));

        assertThat(refused.hasDenied()).isTrue();
        assertThat(refused.getSuggestedFinger()).isEqualTo(FingerPosition.RIGHT_THUMB);
        assertThat(check(RSUD, of(FingerPosition.RIGHT_THUMB, "worn")).getSuggestedFinger())
                .as("just tried")
                .isEqualTo(FingerPosition.FINGER_POSITION_UNSPECIFIED);
    }

    private static Sample of(FingerPosition position, String finger) {
        return sample(finger).toBuilder().setFinger(position).build();
    }

    private void setPin() {
        counter.journeys
                .pins()
                .set(
                        SetPinRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(SITI)
                                .setPin(PIN)
                                .build(),
                        operator());
    }

    private CheckEligibilityResponse refused() {
        CheckEligibilityResponse answer = check(RSUD, sample("worn"));
        assertThat(answer.hasDenied()).isTrue();
        return answer;
    }

    private CheckEligibilityResponse check(String facility, Sample finger) {
        return check(Counter.check(key(), SITI, finger).toBuilder().setFacilityId(facility));
    }

    private CheckEligibilityResponse resting(FallbackRecord fallback) {
        return check(restingOn(fallback));
    }

    private CheckEligibilityRequest.Builder restingOn(FallbackRecord fallback) {
        return Counter.check(key(), SITI).toBuilder().setFallbackId(fallback.getFallbackId());
    }

    private CheckEligibilityResponse check(CheckEligibilityRequest.Builder request) {
        return counter.journeys.eligibility().check(request.build(), operator());
    }

    private Receipt receipt(CheckEligibilityResponse answer) {
        return ((ReceiptVerifier.Result.Valid) counter.keys.receipts().verify(answer.getReceipt())).receipt();
    }

    private FallbackRecord open(Method method, String afterDecisionId) {
        return counter.journeys
                .fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(SITI)
                                .setMethod(method)
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setFacilityId(RSUD)
                                .setAfterDecisionId(afterDecisionId)
                                .build(),
                        operator());
    }

    private FallbackRecord pin(FallbackRecord fallback, String pin) {
        return answer(AnswerFallbackRequest.newBuilder().setPin(pin), fallback);
    }

    private FallbackRecord code(FallbackRecord fallback, String code) {
        return answer(AnswerFallbackRequest.newBuilder().setCode(code), fallback);
    }

    private FallbackRecord answer(AnswerFallbackRequest.Builder request, FallbackRecord fallback) {
        return counter.journeys
                .fallbacks()
                .answer(
                        request.setIdempotencyKey(key())
                                .setFallbackId(fallback.getFallbackId())
                                .build(),
                        operator());
    }

    private FallbackRecord vouch(FallbackRecord fallback, Caller caller) {
        return counter.journeys
                .fallbacks()
                .vouch(
                        VouchFallbackRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setFallbackId(fallback.getFallbackId())
                                .setApprove(true)
                                .setReason("known to me")
                                .build(),
                        caller);
    }

    private String key() {
        keys++;
        return "key-number-" + keys;
    }
}
