package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.officer;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberStatus;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutStaffMemberRequest;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.ReportRow;
import id.sidik.eligibility.v1.RiskTier;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.Verdict;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fraud that is done through the gate's own journeys shows in the reports: what each writes is what they read. */
class FraudOnRealBooksTest {
    private static final String HERE = "RSUD-01";
    private static final List<String> NAMES = List.of(
            "Agus Salim",
            "Budi Utomo",
            "Cut Nyak",
            "Dewi Sartika",
            "Eko Prasetyo",
            "Fatmawati",
            "Gatot Subroto",
            "Hasyim",
            "Iwan Fals",
            "Joko Widagdo",
            "Kartika Putri",
            "Lestari",
            "Maria Walanda",
            "Nurul Huda",
            "Oka Mahendra",
            "Pramudya",
            "Qori Sandria",
            "Ratna Juwita",
            "Slamet",
            "Tuti Alawiyah",
            "Umar Patek",
            "Vina Panduwinata",
            "Wahyu");

    private static final String NPP = "JK000001";
    private static final String SHARED_PHONE = "0812-3456-7890";

    private Counter counter;
    private int calls;
    private boolean employed;

    @BeforeEach
    void open(@TempDir Path folder) {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void billsForPeopleWhomNobodySaw() {
        IntStream.range(60, 76).forEach(year -> {
            register(nid(year), RegistrationChannel.COUNTER, "");
            bill(nid(year), "2026-03-09");
        });

        assertThat(row("visits-without-presence")).contains("facility", HERE, "16", "16000000");
        assertThat(row("phantom-cards")).contains("facility", HERE, "2026-03-09", "16");
        assertThat(row("financial-totals", "JKN")).contains("16", "16000000");
    }

    @Test
    void billsThatAreWrittenDownWhenNobodyCanBeAsked() {
        register(SITI, RegistrationChannel.COUNTER, "");
        IntStream.range(1, 7).forEach(day -> bill(SITI, "2026-02-0" + day));

        assertThat(row("back-dating")).contains("facility", HERE, "6");
    }

    @Test
    void careOfTheDead() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        pay(SITI, Programme.JKN, "2026-02", 0);
        visit(SITI);
        assertThat(rows("dead-members")).isEmpty();

        died(SITI, "2026-03-05");

        assertThat(row("dead-members")).contains(SITI, "2026-03-05");
    }

    @Test
    void anAgentWhoRegistersTheDying() {
        for (int year = 60; year < 63; year++) {
            register(nid(year), RegistrationChannel.AGENT, "");
            died(nid(year), "2026-03-10");
            claim(nid(year), Programme.JKM, "2026-03-10");
        }

        assertThat(row("early-death-claims")).contains("agent", "agus", "3", "3000000");
    }

    @Test
    void oneTelephoneAndOneAccountForMany() {
        IntStream.range(60, 66).forEach(year -> {
            register(nid(year), RegistrationChannel.APP, "");
            claim(nid(year), Programme.JHT, "2026-03-10");
        });

        assertThat(rows("shared-contact"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("6"));
    }

    @Test
    void thePictureThatComesTwiceAndTheFingerThatFails() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        for (int attempt = 0; attempt < 5; attempt++) {
            check(SITI, "somebody else");
        }

        assertThat(row("replay")).contains("capture", "5");
        assertThat(rows("repeated-failures")).anySatisfy(row -> assertThat(row).contains(SITI));
    }

    @Test
    void theFingerThatIsShownForOthers() {
        for (int year = 60; year < 63; year++) {
            register(nid(year), RegistrationChannel.COUNTER, "finger of " + year);
        }
        register(SITI, RegistrationChannel.COUNTER, "siti");
        for (int year = 60; year < 63; year++) {
            check(nid(year), "siti");
            check(SITI, "finger of " + year);
        }
        assertThat(rows("presenter-at-a-device")).isEmpty();

        counter.presenters.run();

        assertThat(row("presenter-at-a-device")).contains(HERE, "3");
        assertThat(row("one-nid-many-fingers")).contains(SITI, "3");
    }

    @Test
    void aFingerThatIsInTwoTownsAndAScannerThatNeverRests() {
        site(HERE, -6.2, 106.8);
        site("RS-SURABAYA", -7.25, 112.75);
        register(SITI, RegistrationChannel.COUNTER, "siti");
        check(SITI, "siti");
        checkAt("RS-SURABAYA", SITI, "siti");
        assertThat(row("impossible-travel")).contains(SITI, HERE, "RS-SURABAYA");

        for (int capture = 0; capture < 60; capture++) {
            check(SITI, "siti");
        }
        assertThat(row("capacity")).contains("device", HERE, "61", "60");
    }

    @Test
    void anOperatorWhoseOwnFingerServesOthers() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        register(nid(60), RegistrationChannel.COUNTER, "finger of 60");
        counter.journeys
                .sites()
                .putStaff(
                        PutStaffMemberRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setOperator("agus")
                                .setNid(nid(60))
                                .build(),
                        operator());

        check(SITI, "finger of 60");
        counter.presenters.run();

        assertThat(row("presenter-at-a-device")).contains("operator", "agus", HERE);
    }

    @Test
    void aScannerThatWearsOut() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        for (int capture = 0; capture < 40; capture++) {
            check(SITI, "siti");
        }
        for (int capture = 0; capture < 20; capture++) {
            check(SITI, "smudge");
        }

        assertThat(row("quality-drift")).contains(HERE);
    }

    @Test
    void oneFingerThatWasEnrolledForTwo() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        register(nid(60), RegistrationChannel.COUNTER, "");
        ghost(nid(60), "siti");
        check(SITI, "siti");
        check(nid(60), "siti");
        assertThat(rows("same-finger-many-nids")).as("before anybody searched").isEmpty();

        counter.presenters.run();
        counter.presenters.run();

        assertThat(row("same-finger-many-nids")).contains("finger", "2");
        assertThat(counter.presenters.waiting()).isZero();
    }

    @Test
    void aFingerOfOneMemberIsNotShared() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        register(nid(60), RegistrationChannel.COUNTER, "finger of 60");
        check(SITI, "siti");
        check(nid(60), "finger of 60");
        counter.presenters.run();
        counter.presenters.run();

        assertThat(rows("same-finger-many-nids")).isEmpty();
    }

    /** Officers find, wrongly or for money, that whoever looks alike is somebody else. */
    private void ghost(String nid, String finger) {
        String caseId = counter.journeys
                .fingers()
                .enrol(enrolment(nid, finger), operator())
                .getHeld()
                .getCaseId();
        for (String officer : List.of("ani", "budi")) {
            counter.journeys
                    .adjudication()
                    .decide(
                            DecideAdjudicationCaseRequest.newBuilder()
                                    .setIdempotencyKey(key())
                                    .setCaseId(caseId)
                                    .setVerdict(Verdict.DIFFERENT_PEOPLE)
                                    .setReason("surat-suratnya lain")
                                    .setOfficer(officer)
                                    .build(),
                            officer(officer));
        }
        assertThat(counter.journeys
                        .fingers()
                        .enrol(enrolment(nid, finger), operator())
                        .hasEnrolled())
                .isTrue();
    }

    private EnrolFingersRequest enrolment(String nid, String finger) {
        return EnrolFingersRequest.newBuilder()
                .setIdempotencyKey(key())
                .setNid(nid)
                .addSamples(sample(finger))
                .setBiometricConsent(true)
                .build();
    }

    @Test
    void aPatientInTwoBeds() {
        register(SITI, RegistrationChannel.COUNTER, "siti");
        pay(SITI, Programme.JKN, "2026-02", 0);
        admit("RSUD-01", false);
        counter.advance(Duration.ofDays(2));
        assertThatThrownBy(() -> admit("RSUD-02", false)).hasMessageContaining("nothing was granted");
        admit("RSUD-02", true);
        counter.advance(Duration.ofDays(1));

        assertThat(row("overlapping-admissions")).contains(SITI, "RSUD-01", "RSUD-02");
    }

    /** With a receipt, or as an emergency for whom no finger is asked yet. */
    private void admit(String facility, boolean emergency) {
        OpenVisitRequest.Builder opening = OpenVisitRequest.newBuilder()
                .setIdempotencyKey(key())
                .setNid(SITI)
                .setKind(VisitRecord.Kind.ADMISSION)
                .setFacilityId(facility);
        if (emergency) {
            opening.setGraceFallbackId(
                    fallback(SITI, facility, FallbackRecord.Method.EMERGENCY_GRACE, "", officer("agus")));
        } else {
            counter.advance(Duration.ofSeconds(1));
            opening.setReceipt(counter.journeys
                    .eligibility()
                    .check(
                            Counter.check(key(), SITI, sample("siti")).toBuilder()
                                    .setCapturedAt(ProtoTime.of(counter.now()))
                                    .setFacilityId(facility)
                                    .build(),
                            operator())
                    .getReceipt());
        }
        counter.journeys.visits().open(opening.build(), operator());
    }

    private String fallback(
            String nid, String facility, FallbackRecord.Method method, String afterDecisionId, Caller caller) {
        return counter.journeys
                .fallbacks()
                .open(
                        OpenFallbackRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(nid)
                                .setMethod(method)
                                .setPurpose(
                                        method == FallbackRecord.Method.EMERGENCY_GRACE
                                                ? Purpose.HOSPITAL_EMERGENCY
                                                : Purpose.HOSPITAL_OUTPATIENT)
                                .setFacilityId(facility)
                                .setAfterDecisionId(afterDecisionId)
                                .build(),
                        caller)
                .getFallbackId();
    }

    @Test
    void officersWhoVouchInsteadOfFingers() {
        for (int year = 50; year < 75; year++) {
            register(nid(year), RegistrationChannel.COUNTER, "finger of " + year);
            pay(nid(year), Programme.JKN, "2026-02", 0);
            if (year < 62) {
                vouchedFor(nid(year));
            } else {
                checkAt("RSUD-02", nid(year), "finger of " + year);
            }
        }

        assertThat(row("fallback-rate", "facility")).contains(HERE, "12");
        assertThat(row("fallback-rate", "operator")).contains("agus", "12");
        assertThat(rows("fallback-rate")).noneSatisfy(row -> assertThat(row).contains("RSUD-02"));
    }

    private void vouchedFor(String nid) {
        String id = fallback(
                nid,
                HERE,
                FallbackRecord.Method.OFFICER_OVERRIDE,
                check(nid, "nobody's").getDecisionId(),
                officer("agus"));
        for (String officer : List.of("ani", "budi")) {
            counter.journeys
                    .fallbacks()
                    .vouch(
                            VouchFallbackRequest.newBuilder()
                                    .setIdempotencyKey(key())
                                    .setFallbackId(id)
                                    .setApprove(true)
                                    .setReason("jari terluka")
                                    .build(),
                            officer(officer));
        }
        assertThat(counter.journeys
                        .eligibility()
                        .check(
                                Counter.check(key(), nid).toBuilder()
                                        .clearCapturedAt()
                                        .setPurpose(Purpose.HOSPITAL_OUTPATIENT)
                                        .setFallbackId(id)
                                        .build(),
                                officer("agus"))
                        .hasGranted())
                .isTrue();
    }

    private void site(String facility, double latitudeDeg, double longitudeDeg) {
        counter.journeys
                .sites()
                .putSite(
                        PutSiteRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setFacilityId(facility)
                                .setLatitudeDeg(latitudeDeg)
                                .setLongitudeDeg(longitudeDeg)
                                .addDeviceIds(facility)
                                .build(),
                        operator());
    }

    @Test
    void wagesThatAreReportedTooLowAndWorkThatInjures() {
        employer();
        register(SITI, RegistrationChannel.COUNTER, "");
        pay(SITI, Programme.JHT, "2026-01", 3_000_000);
        claim(SITI, Programme.JKK, "2026-03-01");

        assertThat(row("salary-check")).contains(SITI, NPP, "3000000", "5000000");
        assertThat(row("work-injuries")).contains(NPP, "1", "1000000");
        assertThat(row("employer-compliance")).contains(NPP);
    }

    /** Made up, valid: a woman of that year of the last century. */
    private static String nid(int year) {
        return String.format(Locale.ROOT, "3174015708%02d0003", year);
    }

    private String key() {
        return "call-" + ++calls + "-of-many";
    }

    private List<String> row(String report, String... of) {
        return rows(report).stream()
                .filter(cells -> cells.containsAll(List.of(of)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report + " found nothing"));
    }

    private List<List<String>> rows(String report) {
        String from = LocalDate.of(2025, 12, 1)
                .plusDays(++calls % 20)
                .toString(); // of the same days, the same report would be given again
        return counter
                .journeys
                .reports()
                .report(
                        GetReportRequest.newBuilder()
                                .setName(report)
                                .setFrom(from)
                                .setTo(LocalDate.ofInstant(counter.now(), Contribution.ZONE)
                                        .toString())
                                .build(),
                        operator())
                .getRowsList()
                .stream()
                .map(ReportRow::getCellsList)
                .<List<String>>map(List::copyOf)
                .toList();
    }

    private void register(String nid, RegistrationChannel channel, String finger) {
        Caller agent = new Caller(
                new Warrant(new Identity(Role.OPERATOR, Optional.of("agus"), Scope.NONE), Reach.EVERYWHERE),
                Patience.of(Duration.ofMinutes(2), System::nanoTime));
        String registration = counter.journeys
                .registration()
                .begin(
                        BeginRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(nid)
                                .setChannel(channel)
                                .build(),
                        agent)
                .getRegistrationId();
        DescribeApplicantRequest.Builder said = DescribeApplicantRequest.newBuilder()
                .setIdempotencyKey(key())
                .setRegistrationId(registration)
                .setFullName(NAMES.get(calls % NAMES.size()))
                .setSegment(Segment.INFORMAL)
                .setProfile(MemberProfile.newBuilder().setPhone(SHARED_PHONE));
        if (employed) {
            said.setSegment(Segment.WAGE_EARNER)
                    .setEmployment(MemberEmployment.newBuilder()
                            .setEmployerId(NPP)
                            .setSince("2025-01-01")
                            .setWageRupiah(5_000_000));
        }
        counter.journeys.registration().describe(said.build(), agent);
        CompleteRegistrationRequest.Builder complete = CompleteRegistrationRequest.newBuilder()
                .setIdempotencyKey(key())
                .setRegistrationId(registration);
        if (!finger.isEmpty()) {
            complete.addSamples(sample(finger)).setBiometricConsent(true);
        }
        assertThat(counter.journeys
                        .registration()
                        .complete(complete.build(), agent)
                        .hasRegistered())
                .isTrue();
    }

    /** Whoever is registered from now on works for it. */
    private void employer() {
        employed = true;
        counter.journeys
                .employers()
                .put(
                        PutEmployerRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setEmployer(Employer.newBuilder()
                                        .setEmployerId(NPP)
                                        .setName("PT Maju")
                                        .setRiskTier(RiskTier.LOW))
                                .build(),
                        operator());
    }

    private void pay(String nid, Programme programme, String period, long wage) {
        PostContributionRequest.Builder payment = PostContributionRequest.newBuilder()
                .setChannel("bank-mandiri")
                .setReference(key())
                .setKind(ChannelKind.BANK)
                .setNid(nid)
                .setProgramme(programme)
                .setPeriod(period)
                .setAmountRupiah(150_000)
                .setWageRupiah(wage)
                .setPaidOn("2026-03-01");
        counter.journeys.contributions().post(payment.build(), operator());
    }

    private CheckEligibilityResponse check(String nid, String finger) {
        return checkAt(HERE, nid, finger);
    }

    private CheckEligibilityResponse checkAt(String facility, String nid, String finger) {
        counter.advance(Duration.ofSeconds(1));
        return counter.journeys
                .eligibility()
                .check(
                        Counter.check(key(), nid, sample(finger)).toBuilder()
                                .setCapturedAt(ProtoTime.of(counter.now()))
                                .setFacilityId(facility)
                                .setPurpose(Purpose.HOSPITAL_OUTPATIENT)
                                .build(),
                        operator());
    }

    private void visit(String nid) {
        counter.journeys
                .visits()
                .open(
                        OpenVisitRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(nid)
                                .setKind(VisitRecord.Kind.OUTPATIENT)
                                .setFacilityId(HERE)
                                .setReceipt(check(nid, "siti").getReceipt())
                                .build(),
                        operator());
    }

    private void bill(String nid, String day) {
        claim(nid, Programme.JKN, day);
    }

    private ClaimRecord claim(String nid, Programme programme, String day) {
        return counter.journeys
                .claims()
                .open(
                        OpenClaimRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(nid)
                                .setProgramme(programme)
                                .setFacilityId(HERE)
                                .setEventOn(day)
                                .setAmountRupiah(1_000_000)
                                .setPayeeSha256("ab".repeat(32))
                                .build(),
                        operator());
    }

    private void died(String nid, String day) {
        counter.journeys
                .members()
                .changeStatus(
                        ChangeMemberStatusRequest.newBuilder()
                                .setIdempotencyKey(key())
                                .setNid(nid)
                                .setStatus(MemberStatus.DECEASED)
                                .setEffectiveOn(day)
                                .setReason("akta kematian")
                                .setOfficer("ani")
                                .build(),
                        operator());
    }
}
