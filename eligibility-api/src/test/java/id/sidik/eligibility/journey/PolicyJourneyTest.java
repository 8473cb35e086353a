package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.PolicyFiles;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ExplainEligibilityRequest;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.ReplayDecisionRequest;
import id.sidik.eligibility.v1.ReplayDecisionResponse;
import id.sidik.eligibility.v1.RuleVoice;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyJourneyTest {
    private Counter counter;

    @BeforeEach
    void open(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(Counter.registration("register-1", Counter.SITI), Counter.operator());
        counter.journeys
                .contributions()
                .record(Counter.payment("pay-0001", Counter.SITI, "2026-02"), Counter.operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void makesADecisionAgainFromWhatWasKeptWithIt() {
        CheckEligibilityResponse decided = byNumberAlone(Purpose.HOSPITAL_EMERGENCY, "check-0001");

        ReplayDecisionResponse replay = replay(decided.getDecisionId());

        assertThat(decided.hasGranted()).isTrue();
        assertThat(replay.getSame()).isTrue();
        assertThat(replay.getRecordedRuling()).isEqualTo(replay.getExplanation().getRuling());
        assertThat(replay.getExplanation().getGranted()).isEqualTo(decided.getGranted());
        assertThat(replay.getExplanation().getPolicyVersion()).isEqualTo(decided.getPolicyVersion());
    }

    @Test
    void replaysWhatTheRegisterHasForgotten() {
        CheckEligibilityResponse decided = byNumberAlone(Purpose.HOSPITAL_EMERGENCY, "check-0001");
        counter.journeys
                .contributions()
                .record(Counter.payment("pay-0002", Counter.SITI, "2026-12"), Counter.operator());

        assertThat(replay(decided.getDecisionId()).getSame()).isTrue();
        assertThat(replay(decided.getDecisionId()).getExplanation().getFactsMap())
                .containsEntry("programme.paid", "2026-02");
    }

    @Test
    void replaysByThePolicyThatDecidedWhenAnotherIsInForce(@TempDir Path folder) {
        String decisionId;
        String version;
        try (Counter before = new Counter(folder)) {
            CheckEligibilityResponse decided = before.journeys
                    .eligibility()
                    .check(request(Purpose.HOSPITAL_EMERGENCY, "check-0001"), Counter.operator());
            decisionId = decided.getDecisionId();
            version = decided.getPolicyVersion();
        }
        try (Counter after = new Counter(folder.resolve("."), changedPolicy())) {
            ReplayDecisionResponse replay = after.journeys
                    .policy()
                    .replay(
                            ReplayDecisionRequest.newBuilder()
                                    .setDecisionId(decisionId)
                                    .build(),
                            Counter.operator());
            CheckEligibilityResponse now = after.journeys
                    .eligibility()
                    .check(request(Purpose.HOSPITAL_EMERGENCY, "check-0002"), Counter.operator());

            assertThat(replay.getSame()).isTrue();
            assertThat(replay.getExplanation().getPolicyVersion()).isEqualTo(version);
            assertThat(now.getPolicyVersion()).isNotEqualTo(version);
        }
    }

    private static Policy changedPolicy() {
        SortedMap<String, String> texts = new TreeMap<>(PolicyFiles.builtIn().texts());
        texts.computeIfPresent("policy.yaml", (_, text) -> text.replace("2026.2", "2027.1"));
        return Policy.of(new PolicyFiles(texts));
    }

    @Test
    void answersTheSameQuestionInTheSameWords() {
        CheckEligibilityResponse first = byNumberAlone(Purpose.HOSPITAL_ADMISSION, "check-0001");
        CheckEligibilityResponse again = byNumberAlone(Purpose.HOSPITAL_ADMISSION, "check-0001");

        assertThat(again.toBuilder().clearTimings().build())
                .isEqualTo(first.toBuilder().clearTimings().build());
    }

    @Test
    void asksForAFingerWhereTheNumberAloneIsNotEnough() {
        CheckEligibilityResponse decided = byNumberAlone(Purpose.PENSION_PROOF_OF_LIFE, "check-0001");

        assertThat(decided.getUndetermined().getCause()).isEqualTo("CAPTURE_MISSING");
        assertThat(decided.getUndetermined().getCode()).isEqualTo("BIO-001");
    }

    @Test
    void asksGrownUpsForAFinger() {
        assertThat(byNumberAlone(Purpose.HOSPITAL_ADMISSION, "check-0001")
                        .getUndetermined()
                        .getCause())
                .isEqualTo("CAPTURE_MISSING");
    }

    @Test
    void takesTheCircumstancesOfACase() {
        CheckEligibilityRequest workInjury = request(Purpose.HOSPITAL_EMERGENCY, "check-0001").toBuilder()
                .putCircumstances("visit.work_injury", "true")
                .build();

        CheckEligibilityResponse decided = counter.journeys.eligibility().check(workInjury, Counter.operator());

        assertThat(decided.getDenied().getReasonsList())
                .extracting(reason -> reason.getName() + " " + reason.getCode())
                .containsExactly("OTHER_PAYER CLAI-007");
    }

    @Test
    void refusesWhatACallerCannotState() {
        for (String fact : List.of("member.status", "visit.approval", "programme.paid", "nonsense")) {
            CheckEligibilityRequest request = request(Purpose.HOSPITAL_EMERGENCY, "check-0001").toBuilder()
                    .putCircumstances(fact, "true")
                    .build();

            assertRefused(
                    "CIRCUMSTANCES_INVALID",
                    () -> counter.journeys.eligibility().check(request, Counter.operator()));
        }
    }

    @Test
    void refusesADayThatHasNotCome() {
        CheckEligibilityRequest request = request(Purpose.HOSPITAL_EMERGENCY, "check-0001").toBuilder()
                .setServiceDate("2026-03-11")
                .build();

        assertRefused(
                "SERVICE_DATE_INVALID", () -> counter.journeys.eligibility().check(request, Counter.operator()));
    }

    @Test
    void explainsWhichRuleSaysWhatOnADay() {
        ExplainEligibilityResponse lapsed = explain("2026-04-01");

        assertThat(lapsed.getDenied().getReasonsList())
                .extracting(reason -> reason.getName())
                .containsExactly("CONTRIBUTIONS_LAPSED");
        assertThat(lapsed.getRulesList())
                .filteredOn(rule -> rule.getResult().equals("DENIES"))
                .extracting(RuleVoice::getRule)
                .containsExactly("contributions.lapsed");
        assertThat(explain("2026-03-31").hasGranted()).isTrue();
    }

    @Test
    void explainsWithFactsThatAreSupposed() {
        ExplainEligibilityResponse supposed = counter.journeys
                .policy()
                .explain(
                        ExplainEligibilityRequest.newBuilder()
                                .setNid(Counter.SITI)
                                .setPurpose(Purpose.CLAIM_JHT)
                                .putFacts("programme.paid", "2010-01..2026-02")
                                .putFacts("claim.reason", "PARTIAL_10")
                                .putFacts("jht.balance", "1000005")
                                .build(),
                        Counter.operator());

        assertThat(supposed.getGranted().getFiguresList())
                .extracting(figure -> figure.getId() + " " + figure.getAmount())
                .containsExactly("jht.partial_other 100001");
    }

    @Test
    void keepsAPolicyWithItsFirstDecision() {
        Policy policy = Policy.builtIn();
        RecordKey key = RecordKey.of(policy.hash());
        assertThat(counter.store.find(KeptPolicy.KIND, key)).isEmpty();

        byNumberAlone(Purpose.HOSPITAL_EMERGENCY, "check-0001");

        assertThat(counter.store.find(KeptPolicy.KIND, key))
                .hasValueSatisfying(kept -> assertThat(kept.files()).isEqualTo(policy.files()));
    }

    @Test
    void saysWhenADecisionIsNotKnown() {
        assertRefused("DECISION_UNKNOWN", () -> replay("nobody"));
    }

    private ExplainEligibilityResponse explain(String day) {
        return counter.journeys
                .policy()
                .explain(
                        ExplainEligibilityRequest.newBuilder()
                                .setNid(Counter.SITI)
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setOn(day)
                                .build(),
                        Counter.operator());
    }

    private ReplayDecisionResponse replay(String decisionId) {
        return counter.journeys
                .policy()
                .replay(
                        ReplayDecisionRequest.newBuilder()
                                .setDecisionId(decisionId)
                                .build(),
                        Counter.operator());
    }

    private CheckEligibilityResponse byNumberAlone(Purpose purpose, String key) {
        return counter.journeys.eligibility().check(request(purpose, key), Counter.operator());
    }

    private static CheckEligibilityRequest request(Purpose purpose, String key) {
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(Counter.SITI)
                .setPurpose(purpose)
                .setFacilityId("RSUD-01")
                .setNidAlone(true)
                .putCircumstances("visit.hours", "1")
                .build();
    }
}
