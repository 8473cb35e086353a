package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.assertRefused;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.PolicyFiles;
import id.sidik.eligibility.v1.BenefitFigure;
import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.Citizenship;
import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimDocuments;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.ListApprovalsRequest;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberStatus;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PutContractRequest;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.Reason;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import id.sidik.eligibility.v1.RiskTier;
import id.sidik.eligibility.v1.SimulateBenefitRequest;
import id.sidik.eligibility.v1.SimulateBenefitResponse;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.v1.WithdrawApprovalRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that rest on what the books know: each is heard at the real gate, and falls silent when what it rests on is gone. */
class FactsAtTheGateTest {
    private static final String HERE = "RSUD-01";
    private static final String ELSEWHERE = "RS-02";

    /** Made up, valid: born on 2020-08-17. */
    private static final String PUTRI = "3174015708200003";

    private static final String NPP = "JK000001";

    private Counter counter;
    private int calls;

    @BeforeEach
    void registerSiti(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        pay(SITI, Programme.JKN, "2026-02", 150_000, 0, "2026-03-01");
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void whoLiesInAnotherHospitalIsNotAdmitted() {
        VisitRecord stay = open(HERE, VisitRecord.Kind.ADMISSION, Purpose.HOSPITAL_ADMISSION);

        assertThat(reasons(check(ELSEWHERE, Purpose.HOSPITAL_ADMISSION, Map.of())))
                .containsExactly("OVERLAPPING_STAY");
        assertThat(check(HERE, Purpose.HOSPITAL_ADMISSION, Map.of()).hasGranted())
                .isTrue();

        end(stay);
        assertThat(check(ELSEWHERE, Purpose.HOSPITAL_ADMISSION, Map.of()).hasGranted())
                .isTrue();
    }

    @Test
    void whoIsTreatedElsewhereTodayHasAnAuthorisationAlready() {
        VisitRecord visit = open(HERE, VisitRecord.Kind.OUTPATIENT, Purpose.HOSPITAL_OUTPATIENT);

        assertThat(reasons(check(ELSEWHERE, Purpose.HOSPITAL_DIALYSIS, Map.of())))
                .containsExactly("OVERLAPPING_AUTHORISATION");

        end(visit);
        assertThat(check(ELSEWHERE, Purpose.HOSPITAL_DIALYSIS, Map.of()).hasGranted())
                .isTrue();
    }

    @Test
    void aFacilityIsContractedForItsServicesOnTheDaysOfItsContract() {
        assertThat(check(HERE, Purpose.HOSPITAL_ADMISSION, Map.of()).hasGranted())
                .as("no contract is written down, so none is asked for")
                .isTrue();

        contract(ELSEWHERE, "2026-01-01", "2026-03-10", Purpose.HOSPITAL_ADMISSION);

        assertThat(reasons(check(HERE, Purpose.HOSPITAL_ADMISSION, Map.of())))
                .containsExactly("PROVIDER_NOT_CONTRACTED");
        assertThat(check(HERE, Purpose.HOSPITAL_EMERGENCY, Map.of()).hasGranted())
                .isTrue();
        assertThat(check(ELSEWHERE, Purpose.HOSPITAL_ADMISSION, Map.of()).hasGranted())
                .isTrue();
        assertThat(reasons(check(ELSEWHERE, Purpose.HOSPITAL_DIALYSIS, Map.of())))
                .containsExactly("PROVIDER_NOT_CONTRACTED");
        contract(ELSEWHERE, "2026-01-01", "2026-03-09", Purpose.HOSPITAL_ADMISSION);
        assertThat(reasons(check(ELSEWHERE, Purpose.HOSPITAL_ADMISSION, Map.of())))
                .as("said anew, it ended yesterday")
                .containsExactly("PROVIDER_NOT_CONTRACTED");
    }

    @Test
    void aHospitalSeesOutpatientsWithAReferralThatServesOneVisit() {
        contract(HERE, "2026-01-01", "2026-12-31", Purpose.HOSPITAL_OUTPATIENT, Purpose.HOSPITAL_DIALYSIS);
        assertThat(reasons(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()))).containsExactly("APPROVAL_MISSING");

        CareApproval referral = approve(CareApproval.Kind.REFERRAL, "R-1", ELSEWHERE, "2026-03-01", "2026-05-30");
        String receipt = check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()).getReceipt();
        String faster = check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()).getReceipt();
        open(HERE, VisitRecord.Kind.OUTPATIENT, faster);

        assertRefused("APPROVAL_USED_UP", () -> open(HERE, VisitRecord.Kind.OUTPATIENT, receipt));
        assertThat(reasons(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()))).containsExactly("APPROVAL_MISSING");
        assertThat(approvals()).singleElement().satisfies(used -> {
            assertThat(used.getApprovalId()).isEqualTo(referral.getApprovalId());
            assertThat(used.getVisitsMade()).isEqualTo(1);
        });
        assertRefused(
                "APPROVAL_EXISTS",
                () -> approve(CareApproval.Kind.REFERRAL, "R-1", ELSEWHERE, "2026-03-01", "2026-05-30"));
    }

    @Test
    void aServiceOfAnEarlierDayNeedsAnOfficersApproval() {
        assertThat(reasons(on("2026-03-08", Purpose.HOSPITAL_OUTPATIENT))).containsExactly("APPROVAL_MISSING");

        CareApproval approval = approve(CareApproval.Kind.EXCEPTION, "X-1", HERE, "2026-03-08", "2026-03-08");
        assertThat(on("2026-03-08", Purpose.HOSPITAL_OUTPATIENT).hasGranted()).isTrue();
        assertThat(reasons(on("2026-03-07", Purpose.HOSPITAL_OUTPATIENT))).containsExactly("APPROVAL_MISSING");
        assertThat(reasons(on("2026-03-08", Purpose.HOSPITAL_DIALYSIS))).containsExactly("APPROVAL_MISSING");

        counter.journeys
                .facilities()
                .withdraw(
                        WithdrawApprovalRequest.newBuilder()
                                .setIdempotencyKey("withdraw-1")
                                .setApprovalId(approval.getApprovalId())
                                .setReason("recorded by mistake")
                                .build(),
                        operator());
        assertThat(reasons(on("2026-03-08", Purpose.HOSPITAL_OUTPATIENT))).containsExactly("APPROVAL_MISSING");
    }

    private void contract(String facility, String from, String until, Purpose... services) {
        counter.journeys
                .facilities()
                .putContract(
                        PutContractRequest.newBuilder()
                                .setIdempotencyKey("contract-" + ++calls)
                                .setContract(FacilityContract.newBuilder()
                                        .setFacilityId(facility)
                                        .setValidFrom(from)
                                        .setValidUntil(until)
                                        .setLevel(FacilityContract.Level.ADVANCED)
                                        .setFacilityClass("B")
                                        .addAllServices(List.of(services))
                                        .addProgrammes(Programme.JKN))
                                .build(),
                        operator());
    }

    private CareApproval approve(CareApproval.Kind kind, String number, String issuer, String from, String until) {
        return counter.journeys
                .facilities()
                .record(
                        RecordApprovalRequest.newBuilder()
                                .setIdempotencyKey("approval-" + ++calls)
                                .setKind(kind)
                                .setNumber(number)
                                .setNid(SITI)
                                .setFacilityId(issuer)
                                .setToFacilityId(HERE)
                                .setService(Purpose.HOSPITAL_OUTPATIENT)
                                .setValidFrom(from)
                                .setValidUntil(until)
                                .build(),
                        operator());
    }

    private List<CareApproval> approvals() {
        return counter.journeys
                .facilities()
                .approvals(ListApprovalsRequest.newBuilder().setNid(SITI).build(), operator())
                .getApprovalsList();
    }

    private VisitRecord open(String facility, VisitRecord.Kind kind, String receipt) {
        return counter.journeys
                .visits()
                .open(
                        OpenVisitRequest.newBuilder()
                                .setIdempotencyKey("open-visit-" + ++calls)
                                .setNid(SITI)
                                .setKind(kind)
                                .setFacilityId(facility)
                                .setReceipt(receipt)
                                .build(),
                        operator());
    }

    @Test
    void anAccidentAtWorkIsPaidForByAnotherProgramme() {
        ClaimRecord claim = openClaim(Programme.JKK, "2026-03-10", "");

        assertThat(reasons(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of("visit.work_injury", "false"))))
                .containsExactly("OTHER_PAYER");

        submit(claim);
        decide(claim, 0);
        assertThat(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()).hasGranted())
                .isTrue();
    }

    @Test
    void nobodyIsServedAfterHerDeath() {
        died("2026-03-05");

        assertThat(reasons(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of()))).containsExactly("DECEASED");
        assertThat(reasons(on("2026-03-04", Purpose.HOSPITAL_OUTPATIENT))).containsExactly("APPROVAL_MISSING");
    }

    @Test
    void nobodyIsServedBeforeHerBirth() {
        counter.journeys.registration().register(registration("reg-putri", PUTRI), operator());
        pay(PUTRI, Programme.JKN, "2026-02", 150_000, 0, "2026-03-01");

        CheckEligibilityResponse child = alone(PUTRI, "");
        assertThat(child.hasGranted()).isTrue();
        assertThat(reasons(alone(PUTRI, "2020-08-16"))).contains("BORN_AFTER_SERVICE");
        assertThat(alone(SITI, "").getUndetermined().getCause()).isEqualTo("CAPTURE_MISSING");
    }

    @Test
    void whoMayBeTwoPeopleWaitsForAnOfficer() {
        counter.journeys.registration().register(registration("reg-budi", BUDI, sample("budi")), operator());
        counter.journeys
                .adjudication()
                .open(
                        OpenAdjudicationCaseRequest.newBuilder()
                                .setIdempotencyKey("open-case-1")
                                .setNid(SITI)
                                .setOtherNid(BUDI)
                                .setOfficer("ani")
                                .build(),
                        operator());

        assertThat(check(HERE, Purpose.HOSPITAL_OUTPATIENT, Map.of())
                        .getUndetermined()
                        .getCause())
                .isEqualTo("DUPLICATE_UNDER_REVIEW");
    }

    @Test
    void theNumberAloneServesAnEmergencyForThreeDaysFromTheArrivalInTheBooks() {
        open(HERE, VisitRecord.Kind.OUTPATIENT, Purpose.HOSPITAL_EMERGENCY);
        counter.advance(Duration.ofHours(73));

        CheckEligibilityRequest request = request(SITI, HERE, Purpose.HOSPITAL_EMERGENCY)
                .setNidAlone(true)
                .putCircumstances("visit.hours", "1")
                .build();
        assertThat(counter.journeys
                        .eligibility()
                        .check(request, operator())
                        .getUndetermined()
                        .getCause())
                .isEqualTo("CAPTURE_MISSING");
        assertThat(counter.journeys
                        .eligibility()
                        .check(
                                request.toBuilder()
                                        .setIdempotencyKey("elsewhere")
                                        .setFacilityId(ELSEWHERE)
                                        .build(),
                                operator())
                        .hasGranted())
                .isTrue();
    }

    @Test
    void whoPaidArrearsBearsAShareOfAnAdmissionSoonAfter() {
        pay(SITI, Programme.JKN, "2025-10", 150_000, 0, "2025-11-09");
        pay(SITI, Programme.JKN, "2025-11", 150_000, 0, "2026-03-01");
        pay(SITI, Programme.JKN, "2025-12", 150_000, 0, "2026-03-01");
        pay(SITI, Programme.JKN, "2026-01", 150_000, 0, "2026-03-01");

        CheckEligibilityResponse answer = check(HERE, Purpose.HOSPITAL_ADMISSION, Map.of("visit.cost", "10000000"));

        // 5 % of the cost for each of the three months whose grace had ended
        assertThat(figures(answer)).containsEntry("jkn.surcharge", 1_500_000L);
    }

    @Test
    void savingsAreWhatWasPaidAndEarnedAndNotDrawn() {
        months(Programme.JHT, "2015-09", "2025-12", 100_000, 0);
        pay(SITI, Programme.JHT, "2025-12", 600_000, 0, "2026-01-31", ChannelKind.FUND_RETURNS);
        Map<String, String> tenPercent = Map.of("claim.reason", "PARTIAL_10");

        CheckEligibilityResponse partial = check(HERE, Purpose.CLAIM_JHT, tenPercent);
        assertThat(reasons(partial)).containsExactly("CONTRIBUTIONS_LAPSED");
        pay(SITI, Programme.JHT, "2026-01", 100_000, 0, "2026-02-10");
        pay(SITI, Programme.JHT, "2026-02", 100_000, 0, "2026-03-09");
        partial = check(HERE, Purpose.CLAIM_JHT, tenPercent);
        assertThat(figures(partial)).containsEntry("jht.partial_other", 1_320_000L);

        paid(openClaim(Programme.JHT, "2026-03-10", partial.getReceipt()), 1_320_000);
        CheckEligibilityResponse rest = check(HERE, Purpose.CLAIM_JHT, resigned());
        assertThat(figures(rest)).containsEntry("jht.balance", 13_200_000L - 1_320_000);

        paid(openClaim(Programme.JHT, "2026-03-10", rest.getReceipt()), 11_880_000);
        assertThat(reasons(check(HERE, Purpose.CLAIM_JHT, resigned()))).containsExactly("ALREADY_PAID");
    }

    private static Map<String, String> resigned() {
        return Map.of("claim.reason", "RESIGN", "claim.event_on", "2026-01-31", "claim.employed", "false");
    }

    @Test
    void whoWorksAgainHasNotLeftWork() {
        months(Programme.JHT, "2025-01", "2025-12", 100_000, 0);
        assertThat(check(HERE, Purpose.CLAIM_JHT, resigned()).hasGranted()).isTrue();

        work("2026-02-15", 5_000_000);

        assertThat(reasons(check(HERE, Purpose.CLAIM_JHT, resigned()))).containsExactly("STILL_EMPLOYED");
    }

    @Test
    void whoLeftWorkWaitsAMonth() {
        months(Programme.JHT, "2025-01", "2025-12", 100_000, 0);

        assertThat(reasons(check(
                        HERE,
                        Purpose.CLAIM_JHT,
                        Map.of("claim.reason", "RESIGN", "claim.event_on", "2026-02-11", "claim.employed", "false"))))
                .containsExactly("WAITING_TIME");
    }

    @Test
    void pensionAgeIsCountedFromTheBirthInTheRegister() {
        months(Programme.JHT, "2025-01", "2025-12", 100_000, 0);
        Map<String, String> retired = Map.of("claim.reason", "PENSION_AGE");
        assertThat(reasons(check(HERE, Purpose.CLAIM_JHT, retired))).containsExactly("AGE_NOT_REACHED");

        profile(MemberProfile.newBuilder().setBirthDate("1970-03-10"));

        assertThat(check(HERE, Purpose.CLAIM_JHT, retired).hasGranted()).isTrue();
    }

    @Test
    void aPensionIsWorkedOutFromReportedWages() {
        profile(MemberProfile.newBuilder().setBirthDate("1966-01-10"));
        months(Programme.JP, "2015-07", "2025-12", 180_000, 6_000_000);
        Map<String, String> retired = Map.of("claim.reason", "PENSION_AGE", "claim.event_on", "2026-01-10");

        assertThat(figures(check(HERE, Purpose.CLAIM_JP, retired))).containsEntry("jp.lump_sum", 126 * 180_000L);
    }

    @Test
    void aPensionIsWeightedAsSoonAsTheIndexIsFilledIn(@TempDir Path other) {
        counter.close();
        counter = new Counter(other, policyWithIndex());
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        profile(MemberProfile.newBuilder().setBirthDate("1966-01-10"));
        months(Programme.JP, "2011-01", "2025-12", 180_000, 6_000_000);

        // 60 months at 9,000,000 and 120 at 7,200,000 are 7,800,000 on average, of which 15 %
        assertThat(figures(retired()))
                .containsEntry("jp.monthly_by_formula", 1_170_000L)
                .doesNotContainKey("jp.index_missing_year");
        SimulateBenefitResponse foreseen = counter.journeys
                .simulation()
                .simulate(
                        SimulateBenefitRequest.newBuilder()
                                .setNid(SITI)
                                .setPurpose(Purpose.CLAIM_JP)
                                .setOn("2027-01-10")
                                .putCircumstances("claim.reason", "PENSION_AGE")
                                .build(),
                        operator());
        assertThat(foreseen.getGranted().getFiguresList())
                .filteredOn(figure -> figure.getId().equals("jp.index_missing_year"))
                .singleElement()
                .returns(2027L, BenefitFigure::getAmount);
    }

    private static Policy policyWithIndex() {
        SortedMap<String, String> texts = new TreeMap<>(PolicyFiles.builtIn().texts());
        texts.computeIfPresent(
                "figures-benefits.yaml",
                (_, text) -> text.replace(
                                "values: [{from: 2015-07-01, until: 2015-12-31, value: 100, confidence: seen}]",
                                "values: [{from: 2011-01-01, until: 2015-12-31, value: 100, confidence: seen}, "
                                        + "{from: 2016-01-01, until: 2025-12-31, value: 125, confidence: seen}, "
                                        + "{from: 2026-01-01, until: 2026-12-31, value: 150, confidence: seen}]")
                        .replace(
                                "gaps: [{from: 2016-01-01, why: the index",
                                "gaps: [{from: 2027-01-01, why: the index"));
        return Policy.of(new PolicyFiles(texts));
    }

    @Test
    void aMonthlyPensionIsNotWorkedOutWhileAYearHasNoIndex() {
        profile(MemberProfile.newBuilder().setBirthDate("1966-01-10"));
        months(Programme.JP, "2011-01", "2025-12", 180_000, 6_000_000);

        CheckEligibilityResponse answer = retired();

        assertThat(figures(answer)).containsEntry("jp.index_missing_year", 2011L);
        assertThat(answer.getGranted().getFiguresList())
                .filteredOn(figure -> figure.getId().equals("jp.monthly_by_formula"))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.hasAmount()).isFalse();
                    assertThat(figure.getMissing()).contains("jp.yearly_wage");
                });
    }

    private CheckEligibilityResponse retired() {
        return check(HERE, Purpose.CLAIM_JP, Map.of("claim.reason", "PENSION_AGE", "claim.event_on", "2026-01-10"));
    }

    @Test
    void unemploymentIsForCitizensAndForSixMonths() {
        months(Programme.JKP, "2025-01", "2026-02", 20_000, 4_000_000);
        Map<String, String> laidOff =
                Map.of("claim.reason", "LAYOFF", "claim.event_on", "2026-03-01", "claim.employed", "false");
        assertThat(check(HERE, Purpose.CLAIM_JKP, laidOff).getUndetermined().getCause())
                .isEqualTo("FACT_MISSING");

        profile(MemberProfile.newBuilder().setCitizenship(Citizenship.FOREIGN));
        assertThat(reasons(check(HERE, Purpose.CLAIM_JKP, laidOff))).containsExactly("NOT_A_CITIZEN");

        profile(MemberProfile.newBuilder().setCitizenship(Citizenship.INDONESIAN));
        for (int month = 1; month <= 6; month++) {
            CheckEligibilityResponse answer = check(HERE, Purpose.CLAIM_JKP, laidOff);
            assertThat(figures(answer)).containsEntry("jkp.cash", 2_400_000L);
            paid(openClaim(Programme.JKP, "2026-03-01", answer.getReceipt()), 2_400_000);
        }
        assertThat(reasons(check(HERE, Purpose.CLAIM_JKP, laidOff))).containsExactly("LIMIT_REACHED");
    }

    @Test
    void aFurtherLayoffNeedsFurtherContributions() {
        months(Programme.JKP, "2024-01", "2026-02", 20_000, 4_000_000);
        profile(MemberProfile.newBuilder().setCitizenship(Citizenship.INDONESIAN));
        Map<String, String> first =
                Map.of("claim.reason", "LAYOFF", "claim.event_on", "2026-01-15", "claim.employed", "false");
        CheckEligibilityResponse answer = check(HERE, Purpose.CLAIM_JKP, first);
        assertThat(answer.hasGranted()).isTrue();
        paid(openClaim(Programme.JKP, "2026-01-15", answer.getReceipt()), 2_400_000);

        Map<String, String> second =
                Map.of("claim.reason", "LAYOFF", "claim.event_on", "2026-03-01", "claim.employed", "false");
        assertThat(reasons(check(HERE, Purpose.CLAIM_JKP, second))).containsExactly("CONTRIBUTIONS_TOO_FEW");
    }

    @Test
    void whoWasInjuredGetsAShareOfTheReportedWage() {
        work("2025-01-01", 5_000_000);
        months(Programme.JKK, "2026-01", "2026-02", 12_000, 0);
        Map<String, String> injured =
                Map.of("claim.reason", "ACCIDENT", "claim.event_on", "2026-03-02", "claim.month", "1");

        assertThat(figures(check(HERE, Purpose.CLAIM_JKK, injured))).containsEntry("jkk.wage", 5_000_000L);
    }

    @Test
    void anHeirClaimsForWhoDiedWithHerOwnFinger() {
        counter.journeys.registration().register(registration("reg-budi", BUDI, sample("budi")), operator());
        months(Programme.JKM, "2026-01", "2026-02", 6_800, 0);
        months(Programme.JHT, "2026-01", "2026-02", 100_000, 0);
        assertThat(reasons(heir("budi", Purpose.CLAIM_JKM, "DEATH"))).containsExactly("DEATH_NOT_RECORDED");

        died("2026-03-05");

        assertThat(figures(heir("budi", Purpose.CLAIM_JKM, "DEATH"))).containsEntry("jkm.total", 42_000_000L);
        assertThat(figures(heir("budi", Purpose.CLAIM_JHT, "DEATH"))).containsEntry("jht.balance", 200_000L);
        assertThat(reasons(heir("siti", Purpose.CLAIM_JKM, "DEATH"))).containsExactly("PRESENCE_MISMATCH");
        assertThat(heir("budi", Purpose.CLAIM_JHT, "RESIGN").hasUndetermined()).isTrue();
    }

    private CheckEligibilityResponse heir(String finger, Purpose purpose, String reason) {
        return counter.journeys
                .eligibility()
                .check(
                        request(SITI, HERE, purpose)
                                .setClaimantNid(BUDI)
                                .addSamples(sample(finger))
                                .putCircumstances("claim.reason", reason)
                                .putCircumstances("claim.event_on", "2026-03-05")
                                .build(),
                        operator());
    }

    @Test
    void savingsOfAYearToComeAreForeseen() {
        profile(MemberProfile.newBuilder().setBirthDate("1971-01-31"));
        months(Programme.JHT, "2025-01", "2026-02", 100_000, 5_000_000);
        SimulateBenefitRequest.Builder request =
                SimulateBenefitRequest.newBuilder().setNid(SITI).setPurpose(Purpose.CLAIM_JHT);
        request.putCircumstances("claim.reason", "PENSION_AGE");

        SimulateBenefitResponse early = counter.journeys
                .simulation()
                .simulate(request.setOn("2027-01-30").build(), operator());
        assertThat(early.getDenied().getReasons(0).getName()).isEqualTo("AGE_NOT_REACHED");

        SimulateBenefitResponse foreseen = counter.journeys
                .simulation()
                .simulate(request.setOn("2027-01-31").build(), operator());
        assertThat(foreseen.getGranted().getFigures(0))
                .returns("jht.balance", BenefitFigure::getId)
                .returns(24 * 100_000L, BenefitFigure::getAmount);
        assertThat(foreseen.getMonthsAssumed()).isEqualTo(10);
        assertThat(foreseen.getMonthRupiah()).isEqualTo(100_000);
        assertThatThrownBy(() -> counter.journeys
                        .simulation()
                        .simulate(request.setOn("2026-03-09").build(), operator()))
                .hasMessageContaining("on must lie from today");
    }

    private CheckEligibilityResponse check(String facility, Purpose purpose, Map<String, String> stated) {
        return counter.journeys
                .eligibility()
                .check(
                        request(SITI, facility, purpose)
                                .addSamples(sample("siti"))
                                .putAllCircumstances(stated)
                                .build(),
                        operator());
    }

    private CheckEligibilityResponse on(String day, Purpose purpose) {
        return counter.journeys
                .eligibility()
                .check(
                        request(SITI, HERE, purpose)
                                .addSamples(sample("siti"))
                                .setServiceDate(day)
                                .build(),
                        operator());
    }

    private CheckEligibilityResponse alone(String nid, String day) {
        return counter.journeys
                .eligibility()
                .check(
                        request(nid, HERE, Purpose.HOSPITAL_OUTPATIENT)
                                .setNidAlone(true)
                                .setServiceDate(day)
                                .build(),
                        operator());
    }

    private CheckEligibilityRequest.Builder request(String nid, String facility, Purpose purpose) {
        return Counter.check(key(), nid).toBuilder().setPurpose(purpose).setFacilityId(facility);
    }

    private String key() {
        return "call-" + (1_000 + ++calls);
    }

    private static List<String> reasons(CheckEligibilityResponse answer) {
        return answer.getDenied().getReasonsList().stream().map(Reason::getName).toList();
    }

    private static Map<String, Long> figures(CheckEligibilityResponse answer) {
        assertThat(answer.hasGranted()).as("%s", answer).isTrue();
        return answer.getGranted().getFiguresList().stream()
                .filter(BenefitFigure::hasAmount)
                .collect(Collectors.toMap(BenefitFigure::getId, BenefitFigure::getAmount));
    }

    private void months(Programme programme, String first, String last, long rupiah, long wage) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            pay(
                    SITI,
                    programme,
                    month.toString(),
                    rupiah,
                    wage,
                    month.atEndOfMonth().toString());
        }
    }

    private void pay(String nid, Programme programme, String period, long rupiah, long wage, String paidOn) {
        pay(nid, programme, period, rupiah, wage, paidOn, ChannelKind.BANK);
    }

    private void pay(
            String nid, Programme programme, String period, long rupiah, long wage, String paidOn, ChannelKind kind) {
        counter.journeys
                .contributions()
                .post(
                        PostContributionRequest.newBuilder()
                                .setChannel("bank-mandiri")
                                .setReference(key())
                                .setKind(kind)
                                .setNid(nid)
                                .setProgramme(programme)
                                .setPeriod(period)
                                .setAmountRupiah(rupiah)
                                .setWageRupiah(wage)
                                .setPaidOn(paidOn)
                                .build(),
                        operator());
    }

    private void profile(MemberProfile.Builder said) {
        counter.journeys
                .members()
                .updateProfile(
                        UpdateProfileRequest.newBuilder()
                                .setIdempotencyKey("profile-" + key())
                                .setNid(SITI)
                                .setProfile(said.setChannel(RegistrationChannel.COUNTER))
                                .build(),
                        operator());
    }

    private void work(String since, long wage) {
        counter.journeys
                .employers()
                .put(
                        PutEmployerRequest.newBuilder()
                                .setIdempotencyKey("employer-1")
                                .setEmployer(Employer.newBuilder()
                                        .setEmployerId(NPP)
                                        .setName("PT Maju")
                                        .setRiskTier(RiskTier.LOW))
                                .build(),
                        operator());
        counter.journeys
                .members()
                .reportEmployment(
                        ReportEmploymentRequest.newBuilder()
                                .setIdempotencyKey("work-" + key())
                                .setNid(SITI)
                                .setEmployment(MemberEmployment.newBuilder()
                                        .setEmployerId(NPP)
                                        .setSince(since)
                                        .setWageRupiah(wage))
                                .build(),
                        operator());
    }

    private void died(String day) {
        counter.journeys
                .members()
                .changeStatus(
                        ChangeMemberStatusRequest.newBuilder()
                                .setIdempotencyKey("death-of-siti")
                                .setNid(SITI)
                                .setStatus(MemberStatus.DECEASED)
                                .setEffectiveOn(day)
                                .setReason("akta kematian")
                                .setOfficer("ani")
                                .build(),
                        operator());
    }

    private VisitRecord open(String facility, VisitRecord.Kind kind, Purpose purpose) {
        return counter.journeys
                .visits()
                .open(
                        OpenVisitRequest.newBuilder()
                                .setIdempotencyKey("visit-" + key())
                                .setNid(SITI)
                                .setKind(kind)
                                .setFacilityId(facility)
                                .setReceipt(check(facility, purpose, Map.of()).getReceipt())
                                .build(),
                        operator());
    }

    private void end(VisitRecord visit) {
        EndVisitRequest.Builder ending =
                EndVisitRequest.newBuilder().setIdempotencyKey("end-" + key()).setVisitId(visit.getVisitId());
        if (visit.getKind() == VisitRecord.Kind.ADMISSION) {
            ending.setDischarge(EndVisitRequest.Manner.HOME);
        } else {
            ending.setComplete(true);
        }
        counter.journeys.visits().end(ending.build(), operator());
    }

    private ClaimRecord openClaim(Programme programme, String eventOn, String receipt) {
        return counter.journeys
                .claims()
                .open(
                        OpenClaimRequest.newBuilder()
                                .setIdempotencyKey("claim-" + key())
                                .setNid(SITI)
                                .setProgramme(programme)
                                .setFacilityId(HERE)
                                .setEventOn(eventOn)
                                .setAmountRupiah(50_000_000)
                                .setReceipt(receipt)
                                .build(),
                        operator());
    }

    private void submit(ClaimRecord claim) {
        supply(SupplyClaimRequest.newBuilder()
                .setClaimId(claim.getClaimId())
                .setDocuments(ClaimDocuments.newBuilder()
                        .addDocuments(ClaimDocument.newBuilder()
                                .setKind(ClaimDocument.Kind.IDENTITY_CARD)
                                .setSha256("0".repeat(64)))));
        supply(SupplyClaimRequest.newBuilder().setClaimId(claim.getClaimId()).setSubmit(true));
    }

    private void supply(SupplyClaimRequest.Builder request) {
        counter.journeys
                .claims()
                .supply(request.setIdempotencyKey("supply-" + key()).build(), operator());
    }

    /** Approves so much, or rejects for nothing. */
    private void decide(ClaimRecord claim, long rupiah) {
        DecideClaimRequest.Builder request = DecideClaimRequest.newBuilder()
                .setIdempotencyKey("decide-" + key())
                .setClaimId(claim.getClaimId());
        if (rupiah > 0) {
            request.setApproveRupiah(rupiah);
        } else {
            request.setReject(DecideClaimRequest.RejectionReason.NOT_COVERED);
        }
        counter.journeys.claims().decide(request.build(), operator());
    }

    private void paid(ClaimRecord claim, long rupiah) {
        submit(claim);
        decide(claim, rupiah);
        counter.journeys
                .claims()
                .noticePayment(
                        NoticeClaimPaymentRequest.newBuilder()
                                .setIdempotencyKey("payment-" + key())
                                .setClaimId(claim.getClaimId())
                                .setPaymentReference("BRI-" + key())
                                .setAmountRupiah(rupiah)
                                .build(),
                        operator());
    }
}
