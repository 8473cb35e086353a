package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.check;
import static id.sidik.eligibility.journey.Counter.officer;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sidik.biometrics.v1.PrintAbsence;
import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.v1.AdjudicationFile;
import id.sidik.eligibility.v1.CaseOrigin;
import id.sidik.eligibility.v1.CompareCasePrintsRequest;
import id.sidik.eligibility.v1.CompareCasePrintsResponse;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseResponse;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.GetAdjudicationCaseRequest;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.ListDecidedCasesRequest;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.SplitMemberRequest;
import id.sidik.eligibility.v1.Verdict;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjudicationJourneyTest {
    private static final String ONE = "petugas-1";
    private static final String TWO = "petugas-2";

    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void mergesOneNumberIntoAnotherWhenTwoOfficersAgree() {
        String caseId = heldByFinger();
        counter.journeys.contributions().record(payment("payment-1", SITI, "2026-03"), operator());

        assertThat(decide("same-one", caseId, Verdict.SAME_PERSON, ONE).getDecided())
                .isFalse();
        assertThat(decide("same-again", caseId, Verdict.SAME_PERSON, ONE).getDecided())
                .isFalse();
        assertThat(file(caseId).getProposedBy()).isEqualTo("operator/" + ONE);
        assertThat(decide("same-two", caseId, Verdict.SAME_PERSON, TWO).getDecided())
                .isTrue();

        assertThat(statusOf(BUDI)).isEqualTo(MemberStatus.MERGED);
        assertThat(memberFile(SITI).getAbsorbedList()).containsExactly(BUDI);
        assertThat(memberFile(BUDI).getMergedInto()).isEqualTo(SITI);
        assertThat(waitingCases()).isZero();
        assertThat(counter.journeys
                        .adjudication()
                        .decided(ListDecidedCasesRequest.getDefaultInstance())
                        .getCases(0)
                        .getOfficersList())
                .containsExactly("operator/" + ONE, "operator/" + TWO);
    }

    @Test
    void keepsTheFingersOfWhoIsHeldUntilItIsDecidedAndWritesDownWhoSawThem() {
        String caseId = heldByFinger();

        CompareCasePrintsResponse shown = prints(caseId, 1);
        assertThat(shown.getComparison().getPairsCount()).isPositive();
        assertThat(auditContents().getLast())
                .contains("CASE_PRINTS_SHOWN", caseId, "\"candidate\":\"1\"", "\"finger\":\"RIGHT_INDEX\"");
        assertThat(reasonOf(() -> prints(caseId, 2))).isEqualTo("CANDIDATE_INVALID");

        assertThat(keptPrints(caseId)).isPresent();
        decide("other-one", caseId, Verdict.DIFFERENT_PEOPLE, ONE);
        assertThat(keptPrints(caseId)).as("a proposal decides nothing").isPresent();
        decide("other-two", caseId, Verdict.DIFFERENT_PEOPLE, TWO);
        assertThat(keptPrints(caseId)).isEmpty();
        assertThat(reasonOf(() -> prints(caseId, 1))).isEqualTo("CASE_UNKNOWN");
    }

    @Test
    void keepsNoPrintOfAnOpenCaseAfterANoToBiometrics() {
        String caseId = heldMember("enrol-budi");
        assertThat(keptPrints(caseId)).isPresent();

        counter.journeys
                .members()
                .recordConsent(
                        RecordConsentRequest.newBuilder()
                                .setIdempotencyKey("consent-no-budi")
                                .setNid(BUDI)
                                .setConsent(MemberConsent.newBuilder()
                                        .setUse(ConsentUse.BIOMETRICS)
                                        .setChannel(RegistrationChannel.APP))
                                .build(),
                        operator());

        assertThat(keptPrints(caseId)).isEmpty();
        assertThat(waitingCases()).as("officers still decide it").isEqualTo(1);
    }

    @Test
    void keepsNoPrintOfAnOpenCaseAfterFingersAreWithdrawn() {
        String caseId = heldMember("enrol-budi");

        counter.journeys.fingers().withdraw(withdrawal("withdraw-budi"), operator());

        assertThat(keptPrints(caseId)).isEmpty();
    }

    @Test
    void refusesToDestroyThePrintsOfMoreCasesThanATransactionHolds() {
        for (int i = 0; i <= 32; i++) {
            var _ = heldMember("enrol-budi-" + i);
        }
        assertThat(reasonOf(() -> counter.journeys.fingers().withdraw(withdrawal("withdraw-budi"), operator())))
                .isEqualTo("CASES_TOO_MANY");
    }

    private static WithdrawFingersRequest withdrawal(String key) {
        return WithdrawFingersRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(BUDI)
                .setReason("asked for it")
                .build();
    }

    /** Budi, a member, who shows Siti's finger when he enrols. */
    private String heldMember(String key) {
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.registration().register(registration("reg-budi", BUDI), operator());
        return counter.journeys
                .fingers()
                .enrol(
                        EnrolFingersRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setNid(BUDI)
                                .setBiometricConsent(true)
                                .addSamples(sample("siti"))
                                .build(),
                        operator())
                .getHeld()
                .getCaseId();
    }

    private Optional<HeldPrints> keptPrints(String caseId) {
        return counter.store.find(HeldPrints.KIND, RecordKey.of(caseId));
    }

    private CompareCasePrintsResponse prints(String caseId, int candidate) {
        return counter.journeys
                .adjudication()
                .prints(
                        CompareCasePrintsRequest.newBuilder()
                                .setCaseId(caseId)
                                .setCandidate(candidate)
                                .build(),
                        operator());
    }

    private List<String> auditContents() {
        return counter.store.readAudit(0, 1_000).stream()
                .map(leaf -> new String(leaf.content(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void showsNothingOfAnApplicantWithoutFingers() {
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.registration().register(registration("reg-budi", BUDI), operator());
        String caseId = counter.journeys
                .adjudication()
                .open(
                        OpenAdjudicationCaseRequest.newBuilder()
                                .setIdempotencyKey("reported")
                                .setNid(BUDI)
                                .setOtherNid(SITI)
                                .setOfficer(ONE)
                                .build(),
                        operator())
                .getCase()
                .getCaseId();

        assertThat(prints(caseId, 0).getAbsence()).isEqualTo(PrintAbsence.PROBE_ABSENT);
    }

    @Test
    void registersWhoIsFoundToBeAnother() {
        String caseId = heldByFinger();

        decide("other-one", caseId, Verdict.DIFFERENT_PEOPLE, ONE);
        DecideAdjudicationCaseResponse decided = decide("other-two", caseId, Verdict.DIFFERENT_PEOPLE, TWO);

        assertThat(decided.getMember().getNid()).isEqualTo(BUDI);
        assertThat(decided.getMember().getFingersEnrolled()).isFalse();
        assertThat(statusOf(BUDI)).isEqualTo(MemberStatus.ACTIVE);
    }

    @Test
    void holdsNobodyUpAgainForWhomTheyWereFoundNotToBe() {
        String caseId = heldByFinger();
        decide("other-one", caseId, Verdict.DIFFERENT_PEOPLE, ONE);
        decide("other-two", caseId, Verdict.DIFFERENT_PEOPLE, TWO);

        assertThat(counter.journeys
                        .fingers()
                        .enrol(
                                EnrolFingersRequest.newBuilder()
                                        .setIdempotencyKey("enrol-budi")
                                        .setNid(BUDI)
                                        .addSamples(sample("siti"))
                                        .setBiometricConsent(true)
                                        .build(),
                                operator())
                        .hasEnrolled())
                .isTrue();
    }

    @Test
    void countsPaymentsOfBothNumbersForTheOneThatIsLeft() {
        mergedMembers();

        assertThat(counter.journeys
                        .eligibility()
                        .check(check("capture-1", SITI, sample("siti")), operator())
                        .hasGranted())
                .isTrue();
        assertThat(memberFile(SITI).getMember().getStandings(0).getMonthsPaid()).isEqualTo(1);
    }

    @Test
    void splitsWhatWasMergedWithTheStatusOfBefore() {
        mergedMembers();

        assertThat(split("split-one", ONE)).isFalse();
        assertThat(split("split-same", ONE)).isFalse();
        assertThat(split("split-two", TWO)).isTrue();

        assertThat(statusOf(BUDI)).isEqualTo(MemberStatus.ACTIVE);
        assertThat(memberFile(SITI).getAbsorbedList()).isEmpty();
        assertThat(memberFile(SITI).getMember().getStandingsList()).isEmpty();
        assertThat(memberFile(BUDI).getMember().getStandings(0).getMonthsPaid()).isEqualTo(1);
        assertThat(memberFile(BUDI).getHistoryCount()).isEqualTo(2);
        assertThat(reasonOf(() -> split("split-again", ONE))).isEqualTo("MERGE_UNKNOWN");
    }

    @Test
    void refusesOfficersWhoWantDifferentThings() {
        String caseId = heldByFinger();
        decide("same-one", caseId, Verdict.SAME_PERSON, ONE);

        assertThat(reasonOf(() -> decide("other-two", caseId, Verdict.DIFFERENT_PEOPLE, TWO)))
                .isEqualTo("VERDICTS_DIFFER");
        assertThat(counter.store.findMember(new Nid(BUDI))).isEmpty();
    }

    @Test
    void refusesACounterpartWhoIsNoCandidate() {
        String caseId = heldByFinger();
        DecideAdjudicationCaseRequest odd = request("same-odd", caseId, Verdict.SAME_PERSON, ONE).toBuilder()
                .setCounterpartNid("3273014101000001")
                .build();

        assertThat(reasonOf(() -> counter.journeys.adjudication().decide(odd, operator())))
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(reasonOf(() -> decide("nothing-there", "0".repeat(32), Verdict.SAME_PERSON, ONE)))
                .isEqualTo("CASE_UNKNOWN");
    }

    @Test
    void writesEveryStepIntoTheAuditWithItsOfficers() {
        mergedMembers();
        split("split-one", ONE);
        split("split-two", TWO);

        String log = String.join(
                "\n",
                counter.store.readAudit(0, 100).stream()
                        .map(AuditLeaf::content)
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .toList());
        assertThat(log)
                .contains("CASE_OPENED", "VERDICT_PROPOSED", "CASE_DECIDED", "SPLIT_PROPOSED", "MEMBER_SPLIT")
                .contains("operator/" + ONE + ",operator/" + TWO)
                .doesNotContain(SITI, BUDI);
    }

    /** Two members, each with payments or fingers, found to be one. */
    private void mergedMembers() {
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.registration().register(registration("reg-budi", BUDI), operator());
        counter.journeys.contributions().record(payment("payment-1", BUDI, "2026-03"), operator());
        AdjudicationFile opened = counter.journeys
                .adjudication()
                .open(
                        OpenAdjudicationCaseRequest.newBuilder()
                                .setIdempotencyKey("open-case-1")
                                .setNid(BUDI)
                                .setOtherNid(SITI)
                                .setOfficer(ONE)
                                .build(),
                        operator());
        assertThat(opened.getOrigin()).isEqualTo(CaseOrigin.REPORTED);
        decide("same-one", opened.getCase().getCaseId(), Verdict.SAME_PERSON, ONE);
        decide("same-two", opened.getCase().getCaseId(), Verdict.SAME_PERSON, TWO);
        assertThat(statusOf(BUDI)).isEqualTo(MemberStatus.MERGED);
    }

    /** Budi's number, applied for with Siti's finger. */
    private String heldByFinger() {
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        return counter.journeys
                .registration()
                .register(registration("reg-budi", BUDI, sample("siti")), operator())
                .getHeld()
                .getCaseId();
    }

    private DecideAdjudicationCaseResponse decide(String key, String caseId, Verdict verdict, String officer) {
        return counter.journeys.adjudication().decide(request(key, caseId, verdict, officer), operator());
    }

    private static DecideAdjudicationCaseRequest request(String key, String caseId, Verdict verdict, String officer) {
        return DecideAdjudicationCaseRequest.newBuilder()
                .setIdempotencyKey(key)
                .setCaseId(caseId)
                .setVerdict(verdict)
                .setCounterpartNid(verdict == Verdict.SAME_PERSON ? SITI : "")
                .setReason("both prints compared")
                .setOfficer(officer)
                .build();
    }

    @Test
    void whereOfficersSignInACertificateAloneIsNobody(@TempDir Path other) {
        try (Counter strict = new Counter(other, OfficerProof.TOKEN)) {
            strict.journeys.registration().register(registration("register-siti", SITI, sample("one")), operator());
            String caseId = strict.journeys
                    .registration()
                    .register(registration("register-budi", BUDI, sample("one")), operator())
                    .getHeld()
                    .getCaseId();
            DecideAdjudicationCaseRequest same = DecideAdjudicationCaseRequest.newBuilder()
                    .setIdempotencyKey("decide-one")
                    .setCaseId(caseId)
                    .setVerdict(Verdict.SAME_PERSON)
                    .setCounterpartNid(SITI)
                    .setReason("one person")
                    .setOfficer("ani")
                    .build();

            assertThat(reasonOf(() -> strict.journeys.adjudication().decide(same, operator())))
                    .isEqualTo("OFFICER_UNPROVED");
            strict.journeys.adjudication().decide(same, officer("ani"));
            DecideAdjudicationCaseRequest second = same.toBuilder()
                    .setIdempotencyKey("decide-two")
                    .setOfficer("budi")
                    .build();
            assertThat(strict.journeys
                            .adjudication()
                            .decide(second, officer("budi"))
                            .getDecided())
                    .isTrue();
        }
    }

    private boolean split(String key, String officer) {
        return counter.journeys
                .adjudication()
                .split(
                        SplitMemberRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setNid(BUDI)
                                .setReason("two people after all")
                                .setOfficer(officer)
                                .build(),
                        operator())
                .getSplit();
    }

    private AdjudicationFile file(String caseId) {
        return counter.journeys
                .adjudication()
                .file(GetAdjudicationCaseRequest.newBuilder().setCaseId(caseId).build(), operator());
    }

    private MemberFile memberFile(String nid) {
        return counter.journeys
                .members()
                .file(GetMemberFileRequest.newBuilder().setNid(nid).build(), operator());
    }

    private int waitingCases() {
        return counter.journeys
                .registry()
                .cases(ListAdjudicationCasesRequest.getDefaultInstance())
                .getCasesCount();
    }

    private MemberStatus statusOf(String nid) {
        return counter.store.findMember(new Nid(nid)).orElseThrow().status();
    }

    private static String reasonOf(ThrowingCallable call) {
        RequestRefusedException refused = catchThrowableOfType(RequestRefusedException.class, call);
        return refused == null ? "answered" : refused.reason();
    }
}
