package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static id.sidik.eligibility.matching.FakeMatcher.smudge;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.AddDependantRequest;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.ConsentUse;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.EndDependantRequest;
import id.sidik.eligibility.v1.EndEmploymentRequest;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.ListWorkersRequest;
import id.sidik.eligibility.v1.MemberConsent;
import id.sidik.eligibility.v1.MemberDependant;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.MemberProfile;
import id.sidik.eligibility.v1.MemberSex;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.RegistrationProgress;
import id.sidik.eligibility.v1.Relationship;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import id.sidik.eligibility.v1.RiskTier;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipJourneyTest {
    /** Made up: a woman born on the same day in the same district, the next serial. */
    private static final String SITI_AGAIN = "3174015708850004";

    private static final String NPP = "JJ123456";

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
    void registersInThreeStepsThroughAnyChannel() {
        putEmployer();
        RegistrationProgress begun = begin("begin-siti-1", SITI, RegistrationChannel.KIOSK);
        assertThat(begun.getBirthDatesList()).containsExactly("1985-08-17");
        assertThat(begun.getSex()).isEqualTo(MemberSex.FEMALE);
        assertThat(begun.getDistrictName()).isEqualTo("Tebet");

        DescribeApplicantRequest said = describing("describe-siti", begun, "Siti Rahayu").toBuilder()
                .setEmployment(work())
                .addDependants(child("Putri Rahayu"))
                .addConsents(
                        MemberConsent.newBuilder().setUse(ConsentUse.MESSAGES).setGiven(true))
                .build();
        assertThat(counter.journeys.registration().describe(said, operator()).getStep())
                .isEqualTo(2);
        RegisterMemberResponse done = complete("complete-siti", begun, sample("siti"));

        assertThat(done.getRegistered().getMember().getFingersEnrolled()).isTrue();
        MemberFile file = file(SITI);
        assertThat(file.getProfile().getMotherName()).isEqualTo("Sumiati");
        assertThat(file.getProfile().getPhone()).isEqualTo("+6281234567890");
        assertThat(file.getProfile().getChannel()).isEqualTo(RegistrationChannel.KIOSK);
        assertThat(file.getProfile().getProgrammesList()).containsExactly(Programme.JHT, Programme.JKN);
        assertThat(file.getDependants(0).getFullName()).isEqualTo("Putri Rahayu");
        assertThat(file.getEmployments(0).getEmployerId()).isEqualTo(NPP);
        assertThat(file.getConsents(0).getGiven()).isTrue();
        assertThat(counter.journeys
                        .employers()
                        .workers(
                                ListWorkersRequest.newBuilder()
                                        .setEmployerId(NPP)
                                        .build(),
                                operator())
                        .getWorkers(0)
                        .getNid())
                .isEqualTo(SITI);
    }

    @Test
    void refusesStepsThatAreOutOfOrder() {
        RegistrationProgress begun = begin("begin-siti-1", SITI, RegistrationChannel.APP);
        assertThat(reasonOf(() -> complete("complete-early", begun))).isEqualTo("REGISTRATION_NOT_DESCRIBED");

        counter.journeys.registration().describe(describing("describe-siti", begun, "Siti Rahayu"), operator());
        complete("complete-siti", begun);

        assertThat(reasonOf(() -> complete("complete-twice", begun))).isEqualTo("REGISTRATION_CLOSED");
        assertThat(reasonOf(() -> begin("begin-siti-2", SITI, RegistrationChannel.APP)))
                .isEqualTo("MEMBER_EXISTS");
        assertThat(reasonOf(() -> counter.journeys
                        .registration()
                        .describe(
                                describing(
                                        "describe-nobody",
                                        begun.toBuilder()
                                                .setRegistrationId("0".repeat(32))
                                                .build(),
                                        "Siti"),
                                operator())))
                .isEqualTo("REGISTRATION_UNKNOWN");
    }

    @Test
    void staysOpenWhenFingersAreTooPoor() {
        RegistrationProgress begun = begin("begin-siti-1", SITI, RegistrationChannel.COUNTER);
        counter.journeys.registration().describe(describing("describe-siti", begun, "Siti Rahayu"), operator());

        assertThat(complete("complete-poor", begun, smudge()).hasTooPoor()).isTrue();
        assertThat(complete("complete-good", begun, sample("siti")).hasRegistered())
                .isTrue();
    }

    @Test
    void warnsOfWhatTheNumberSaysOtherwise() {
        RegistrationProgress begun = begin("begin-siti-1", SITI, RegistrationChannel.AGENT);
        DescribeApplicantRequest said = describing("describe-siti", begun, "Siti Rahayu").toBuilder()
                .setProfile(
                        MemberProfile.newBuilder().setBirthDate("1986-08-17").setSex(MemberSex.MALE))
                .build();

        assertThat(counter.journeys.registration().describe(said, operator()).getWarningsList())
                .contains("BIRTH_DATE_DIFFERS", "SEX_DIFFERS");
    }

    @Test
    void holdsWhoLooksLikeAMemberByNameAndBirthDate() {
        register(SITI, "Siti Rahayu");

        RegisterMemberResponse held = register(SITI_AGAIN, "St. Rahajoe");

        assertThat(held.getHeld().getCandidateCount()).isEqualTo(1);
        assertThat(counter.store.findMember(new Nid(SITI_AGAIN))).isEmpty();
    }

    @Test
    void clearsNamesakesWhoseFingersAreTheirOwn() {
        RegistrationProgress first = begin("begin-siti-1", SITI, RegistrationChannel.COUNTER);
        counter.journeys.registration().describe(describing("describe-siti", first, "Siti Rahayu"), operator());
        complete("complete-siti", first, sample("siti"));

        RegistrationProgress second = begin("begin-other", SITI_AGAIN, RegistrationChannel.COUNTER);
        counter.journeys.registration().describe(describing("describe-other", second, "Siti Rahayu"), operator());

        assertThat(complete("complete-other", second, sample("the other siti")).hasRegistered())
                .isTrue();
    }

    @Test
    void leavesNoFingersOfWhomItHoldsByData() {
        register(SITI, "Siti Rahayu");
        RegistrationProgress second = begin("begin-other", SITI_AGAIN, RegistrationChannel.COUNTER);
        counter.journeys.registration().describe(describing("describe-other", second, "Siti Rahayu"), operator());

        assertThat(complete("complete-other", second, sample("siti")).hasHeld()).isTrue();
        assertThat(counter.matcher.subjects()).isZero();
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void keepsTheHistoryOfAStatus() {
        register(SITI, "Siti Rahayu");

        change("suspend-siti", id.sidik.eligibility.v1.MemberStatus.SUSPENDED, "2026-03-01", "petugas-1");
        MemberFile dead =
                change("death-of-siti", id.sidik.eligibility.v1.MemberStatus.DECEASED, "2026-03-05", "petugas-1");

        assertThat(dead.getHistoryList())
                .extracting(change -> change.getTo().name(), change -> change.getEffectiveOn())
                .containsExactly(tuple("SUSPENDED", "2026-03-01"), tuple("DECEASED", "2026-03-05"));
    }

    @Test
    void bringsNobodyBackFromTheDeadWithOneOfficer() {
        register(SITI, "Siti Rahayu");
        change("death-of-siti", id.sidik.eligibility.v1.MemberStatus.DECEASED, "2026-03-05", "petugas-1");

        change("alive-one", id.sidik.eligibility.v1.MemberStatus.ACTIVE, "2026-03-05", "petugas-1");
        change("alive-again", id.sidik.eligibility.v1.MemberStatus.ACTIVE, "2026-03-05", "petugas-1");
        assertThat(statusOf(SITI)).isEqualTo(MemberStatus.DECEASED);

        MemberFile back = change("alive-two", id.sidik.eligibility.v1.MemberStatus.ACTIVE, "2026-03-05", "petugas-2");
        assertThat(statusOf(SITI)).isEqualTo(MemberStatus.ACTIVE);
        assertThat(back.getHistory(1).getOfficersList()).containsExactly("operator/petugas-1", "operator/petugas-2");
    }

    @Test
    void changesWhatIsKnownOfAMember() {
        putEmployer();
        register(SITI, "Siti Rahayu");
        counter.journeys
                .members()
                .updateProfile(
                        UpdateProfileRequest.newBuilder()
                                .setIdempotencyKey("update-siti")
                                .setNid(SITI)
                                .setFullName("Siti Rahayu Ningsih")
                                .setProfile(MemberProfile.newBuilder()
                                        .setPhone("0813 0000 1111")
                                        .setChannel(RegistrationChannel.APP))
                                .build(),
                        operator());
        counter.journeys
                .members()
                .addDependant(
                        AddDependantRequest.newBuilder()
                                .setIdempotencyKey("child-of-siti")
                                .setNid(SITI)
                                .setDependant(child("Putri"))
                                .build(),
                        operator());
        counter.journeys
                .members()
                .endDependant(
                        EndDependantRequest.newBuilder()
                                .setIdempotencyKey("end-of-child")
                                .setNid(SITI)
                                .setNumber(1)
                                .setUntil("2026-02-01")
                                .build(),
                        operator());
        counter.journeys
                .members()
                .reportEmployment(
                        ReportEmploymentRequest.newBuilder()
                                .setIdempotencyKey("work-of-siti")
                                .setNid(SITI)
                                .setEmployment(work())
                                .build(),
                        operator());
        counter.journeys
                .members()
                .endEmployment(
                        EndEmploymentRequest.newBuilder()
                                .setIdempotencyKey("end-of-work")
                                .setNid(SITI)
                                .setEmployerId(NPP)
                                .setUntil("2026-02-28")
                                .build(),
                        operator());
        MemberFile file = counter.journeys
                .members()
                .recordConsent(
                        RecordConsentRequest.newBuilder()
                                .setIdempotencyKey("consent-siti")
                                .setNid(SITI)
                                .setConsent(MemberConsent.newBuilder()
                                        .setUse(ConsentUse.DATA_SHARING)
                                        .setChannel(RegistrationChannel.APP))
                                .build(),
                        operator());

        assertThat(file.getMember().getFullName()).isEqualTo("Siti Rahayu Ningsih");
        assertThat(file.getProfile().getPhone()).isEqualTo("+6281300001111");
        assertThat(file.getProfile().getMotherName()).isEqualTo("Sumiati");
        assertThat(file.getDependants(0).getUntil()).isEqualTo("2026-02-01");
        assertThat(file.getEmployments(0).getUntil()).isEqualTo("2026-02-28");
        assertThat(file.getConsents(0).getGiven()).isFalse();
    }

    @Test
    void keepsNoFingerOfWhoSaysNoToBiometrics() {
        counter.journeys
                .registration()
                .register(Counter.registration("reg-siti", SITI, FakeMatcher.sample("left-thumb")), operator());
        RecordConsentRequest no = RecordConsentRequest.newBuilder()
                .setIdempotencyKey("no-more-fingers")
                .setNid(SITI)
                .setConsent(
                        MemberConsent.newBuilder().setUse(ConsentUse.BIOMETRICS).setChannel(RegistrationChannel.APP))
                .build();
        counter.matcher.down(true);
        assertThatThrownBy(() -> counter.journeys.members().recordConsent(no, operator()))
                .isInstanceOf(MatcherUnavailableException.class);
        counter.matcher.down(false);
        assertThat(file(SITI).getMember().getFingersEnrolled()).isTrue();

        MemberFile file = counter.journeys.members().recordConsent(no, operator());

        assertThat(file.getMember().getFingersEnrolled()).isFalse();
        assertThat(file.getConsents(0).getUse()).isEqualTo(ConsentUse.BIOMETRICS);
        assertThat(counter.matcher.subjects()).isZero();
        assertThat(counter.store.readAudit(counter.store.auditHead().size() - 1, 1))
                .singleElement()
                .extracting(leaf -> new String(leaf.content(), UTF_8))
                .asString()
                .contains("CONSENT_RECORDED", "REFUSED", "\"reference_count\":\"1\"");
        assertThat(counter.journeys.members().recordConsent(no, operator()).getConsentsCount())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        register(SITI, "Siti Rahayu");
        ReportEmploymentRequest nowhere = ReportEmploymentRequest.newBuilder()
                .setIdempotencyKey("work-nowhere")
                .setNid(SITI)
                .setEmployment(work())
                .build();

        assertThat(reasonOf(() -> counter.journeys.members().reportEmployment(nowhere, operator())))
                .isEqualTo("EMPLOYER_UNKNOWN");
        assertThat(reasonOf(() -> change(
                        "not-yet-dead", id.sidik.eligibility.v1.MemberStatus.DECEASED, "2026-04-01", "petugas-1")))
                .isEqualTo("DATE_INVALID");
        assertThat(reasonOf(() ->
                        change("unchanged", id.sidik.eligibility.v1.MemberStatus.ACTIVE, "2026-03-01", "petugas-1")))
                .isEqualTo("STATUS_UNCHANGED");
        assertThat(reasonOf(() -> change("no-name", id.sidik.eligibility.v1.MemberStatus.SUSPENDED, "2026-03-01", "")))
                .isEqualTo("OFFICER_INVALID");
        assertThat(reasonOf(() -> file(BUDI))).isEqualTo("MEMBER_UNKNOWN");
    }

    private void putEmployer() {
        counter.journeys
                .employers()
                .put(
                        PutEmployerRequest.newBuilder()
                                .setIdempotencyKey("employer-1")
                                .setEmployer(Employer.newBuilder()
                                        .setEmployerId(NPP)
                                        .setName("PT Maju Jaya")
                                        .setRiskTier(RiskTier.LOW))
                                .build(),
                        operator());
    }

    private RegisterMemberResponse register(String nid, String name) {
        RegistrationProgress begun = begin("begin-" + nid, nid, RegistrationChannel.COUNTER);
        counter.journeys.registration().describe(describing("describe-" + nid, begun, name), operator());
        return complete("complete-" + nid, begun);
    }

    private RegistrationProgress begin(String key, String nid, RegistrationChannel channel) {
        return counter.journeys
                .registration()
                .begin(
                        BeginRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setNid(nid)
                                .setChannel(channel)
                                .build(),
                        operator());
    }

    private static DescribeApplicantRequest describing(String key, RegistrationProgress begun, String name) {
        return DescribeApplicantRequest.newBuilder()
                .setIdempotencyKey(key)
                .setRegistrationId(begun.getRegistrationId())
                .setFullName(name)
                .setSegment(Segment.WAGE_EARNER)
                .setProfile(MemberProfile.newBuilder()
                        .setMotherName("Sumiati")
                        .setPhone("0812-3456-7890")
                        .addProgrammes(Programme.JKN)
                        .addProgrammes(Programme.JHT))
                .build();
    }

    private RegisterMemberResponse complete(String key, RegistrationProgress begun, Sample... samples) {
        return counter.journeys
                .registration()
                .complete(
                        CompleteRegistrationRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setRegistrationId(begun.getRegistrationId())
                                .addAllSamples(List.of(samples))
                                .setBiometricConsent(samples.length > 0)
                                .build(),
                        operator());
    }

    private MemberFile change(String key, id.sidik.eligibility.v1.MemberStatus to, String effectiveOn, String officer) {
        return counter.journeys
                .members()
                .changeStatus(
                        ChangeMemberStatusRequest.newBuilder()
                                .setIdempotencyKey(key)
                                .setNid(SITI)
                                .setStatus(to)
                                .setEffectiveOn(effectiveOn)
                                .setReason("surat keterangan")
                                .setOfficer(officer)
                                .build(),
                        operator());
    }

    private MemberFile file(String nid) {
        return counter.journeys
                .members()
                .file(GetMemberFileRequest.newBuilder().setNid(nid).build(), operator());
    }

    private MemberStatus statusOf(String nid) {
        return counter.store.findMember(new Nid(nid)).orElseThrow().status();
    }

    private static MemberEmployment work() {
        return MemberEmployment.newBuilder()
                .setEmployerId(NPP)
                .setSince("2025-01-01")
                .setWageRupiah(5_000_000)
                .build();
    }

    private static MemberDependant child(String name) {
        return MemberDependant.newBuilder()
                .setFullName(name)
                .setRelationship(Relationship.CHILD)
                .setBirthDate("2015-05-05")
                .setSex(MemberSex.FEMALE)
                .build();
    }

    private static String reasonOf(ThrowingCallable call) {
        RequestRefusedException refused = catchThrowableOfType(RequestRefusedException.class, call);
        return refused == null ? "answered" : refused.reason();
    }
}
