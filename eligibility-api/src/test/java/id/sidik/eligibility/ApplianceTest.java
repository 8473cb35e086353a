package id.sidik.eligibility;

import static id.sidik.eligibility.Appliance.check;
import static id.sidik.eligibility.Appliance.print;
import static id.sidik.eligibility.Appliance.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.AdjudicationServiceGrpc;
import id.sidik.eligibility.v1.AdjudicationServiceGrpc.AdjudicationServiceBlockingStub;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.CheckEligibilityResponse.OutcomeCase;
import id.sidik.eligibility.v1.CompareCasePrintsRequest;
import id.sidik.eligibility.v1.CompareCasePrintsResponse;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.MemberFilter;
import id.sidik.eligibility.v1.MemberSex;
import id.sidik.eligibility.v1.MemberVerification;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.VerifyMemberRequest;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with real prints: image, template, comparison, decision, receipt, audit. Later tests stand on earlier ones. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApplianceTest {
    private static final String SITI = "3174015708850003";
    private static final String BUDI = "3174011708850003";
    private static final int SITIS_FINGER = 101;
    private static final int BUDIS_FINGER = 102;

    private static Appliance appliance;

    @BeforeAll
    static void start(@TempDir Path data) {
        appliance = Appliance.start(data);
    }

    @AfterAll
    static void stop() {
        appliance.close();
    }

    @Test
    @Order(1)
    void registersTwoMembersWithOneImpressionEach() {
        assertThat(register("register-siti", SITI, "Siti Rahayu", SITIS_FINGER).hasRegistered())
                .isTrue();
        assertThat(register("register-budi", BUDI, "Budi Santoso", BUDIS_FINGER).hasRegistered())
                .isTrue();
    }

    private static RegisterMemberResponse register(String key, String nid, String name, int finger) {
        return appliance.as(Role.BRIDGE).registerMember(registration(key, nid, name, print(finger, 1)));
    }

    @Test
    @Order(2)
    void verifiesOtherImpressionsAndRefusesTheOtherFinger() {
        assertThat(verified(SITI, SITIS_FINGER, 2)).isEqualTo(MemberVerification.VERIFIED);
        assertThat(verified(BUDI, BUDIS_FINGER, 2)).isEqualTo(MemberVerification.VERIFIED);
        assertThat(verified(SITI, BUDIS_FINGER, 2)).isEqualTo(MemberVerification.NOT_VERIFIED);
        assertThat(verified(BUDI, SITIS_FINGER, 2)).isEqualTo(MemberVerification.NOT_VERIFIED);
    }

    private static MemberVerification verified(String nid, int finger, int impression) {
        return appliance
                .operator()
                .verifyMember(VerifyMemberRequest.newBuilder()
                        .setNid(nid)
                        .addSamples(print(finger, impression))
                        .build())
                .getOutcome();
    }

    @Test
    @Order(2)
    void identifiesTheMemberThatAFingerBelongsTo() {
        IdentifyMemberResponse found = identified(SITIS_FINGER);

        assertThat(found.getCandidates(0).getNid()).isEqualTo(SITI);
        assertThat(found.getCoverage().getComplete()).isTrue();
        assertThat(identified(103).getCandidatesCount()).isZero();
    }

    private static IdentifyMemberResponse identified(int finger) {
        return identified(finger, MemberFilter.getDefaultInstance());
    }

    private static IdentifyMemberResponse identified(int finger, MemberFilter among) {
        return appliance
                .operator()
                .identifyMember(IdentifyMemberRequest.newBuilder()
                        .addSamples(print(finger, 2))
                        .setFilter(among)
                        .build());
    }

    @Test
    @Order(2)
    void searchesOnlyThoseWhomAFilterCanMean() {
        MemberFilter bornThen = MemberFilter.newBuilder()
                .setSex(MemberSex.FEMALE)
                .setBirthYearFirst(1980)
                .setBirthYearLast(1989)
                .addRegions("31")
                .build();

        IdentifyMemberResponse women = identified(SITIS_FINGER, bornThen);
        IdentifyMemberResponse men = identified(
                SITIS_FINGER, bornThen.toBuilder().setSex(MemberSex.MALE).build());

        assertThat(women.getCandidates(0).getNid()).isEqualTo(SITI);
        assertThat(women.getSubjectsConsidered()).isOne();
        assertThat(men.getCandidatesCount()).isZero();
        assertThat(men.getSubjectsConsidered()).as("Budi").isOne();
    }

    @Test
    @Order(3)
    void holdsASecondNumberForAnEnrolledFinger() {
        RegisterMemberResponse held = appliance
                .as(Role.BRIDGE)
                .registerMember(registration("register-twin", "3273014101000001", "Siti Lain", print(SITIS_FINGER, 3)));

        assertThat(held.getHeld().getCandidateCount()).isEqualTo(1);
        showsOfficersWhyTheyLookAlike(held.getHeld().getCaseId());
        assertThat(reasonOf(() -> appliance
                        .operator()
                        .getMember(GetMemberRequest.newBuilder()
                                .setNid("3273014101000001")
                                .build())))
                .isEqualTo("MEMBER_UNKNOWN");
    }

    private static void showsOfficersWhyTheyLookAlike(String caseId) {
        AdjudicationServiceBlockingStub officer =
                AdjudicationServiceGrpc.newBlockingStub(appliance.operator().getChannel());
        CompareCasePrintsResponse shown = officer.compareCasePrints(
                CompareCasePrintsRequest.newBuilder().setCaseId(caseId).build());
        assertThat(shown.getComparison().getFmr()).isLessThan(1e-4);
        assertThat(shown.getComparison().getPairsCount()).isGreaterThanOrEqualTo(12);
        assertThat(reasonOf(() -> AdjudicationServiceGrpc.newBlockingStub(
                                appliance.as(Role.AUDITOR).getChannel())
                        .compareCasePrints(CompareCasePrintsRequest.newBuilder()
                                .setCaseId(caseId)
                                .build())))
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    @Order(4)
    void grantsOnlyWhatIsPaidAndOnlyToTheirOwnFinger() {
        CheckEligibilityResponse unpaid = checked("capture-unpaid", SITI, SITIS_FINGER);
        assertThat(unpaid.getDenied().getReasons(0).getName()).isEqualTo("NO_CONTRIBUTION");

        pay("payment-siti", SITI);
        CheckEligibilityResponse paid = checked("capture-paid", SITI, SITIS_FINGER);
        assertThat(paid.getGranted().getBenefit()).isEqualTo("JKN");

        CheckEligibilityResponse other = checked("capture-other", SITI, BUDIS_FINGER);
        assertThat(other.getDenied().getReasons(0).getName()).isEqualTo("PRESENCE_MISMATCH");
    }

    private static CheckEligibilityResponse checked(String key, String nid, int finger) {
        return appliance.as(Role.BRIDGE).checkEligibility(check(key, nid, print(finger, 4)));
    }

    private static void pay(String key, String nid) {
        appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey(key)
                        .setNid(nid)
                        .setProgramme(Programme.JKN)
                        .setPeriod(YearMonth.now(ZoneOffset.UTC).toString())
                        .setAmountRupiah(150_000)
                        .setChannel("bank-transfer")
                        .build());
    }

    @Test
    @Order(5)
    void signsReceiptsThatAnybodyCanCheck() {
        String receipt = checked("capture-receipt", SITI, SITIS_FINGER).getReceipt();
        String pem = appliance
                .as(Role.BRIDGE)
                .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                .getReceiptPublicKeyPem();

        assertThat(CompactJws.verify(receipt, Ed25519.fromPem(pem)))
                .contains("HOSPITAL_ADMISSION")
                .doesNotContain(SITI);
    }

    @Test
    @Order(5)
    void letsAnAuditorRebuildTheLog() {
        GetAuditHeadResponse head = appliance.as(Role.AUDITOR).getAuditHead(GetAuditHeadRequest.getDefaultInstance());
        Checkpoint checkpoint = Checkpoint.verify(head.getCheckpoint(), VerifierKey.parse(head.getVerifierKey()));
        MerkleFrontier tree = new MerkleFrontier();
        Iterator<AuditEvent> events = appliance
                .as(Role.AUDITOR)
                .readAudit(ReadAuditRequest.newBuilder()
                        .setLimit((int) head.getSize())
                        .build());
        events.forEachRemaining(event -> {
            byte[] content = event.getContent().toByteArray();
            assertThat(event.getContent().toStringUtf8()).doesNotContain(SITI, BUDI);
            assertThat(event.getLeafHash().toByteArray()).isEqualTo(MerkleHash.leaf(content));
            tree.append(MerkleHash.leaf(content));
        });

        assertThat(checkpoint.vouchesFor(tree)).isTrue();
    }

    @Test
    @Order(5)
    void servesRestWhereItsRunFileSays() throws Exception {
        try (HttpClient client = appliance.http(Role.OPERATOR)) {
            HttpRequest request = HttpRequest.newBuilder(appliance.rest().resolve("v1/members/" + SITI))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("Siti Rahayu");
        }
    }

    @Test
    @Order(5)
    void letsEachRoleDoItsOwnAndNothingElse() {
        assertThat(reasonOf(() ->
                        appliance.as(Role.BRIDGE).recordContribution(RecordContributionRequest.getDefaultInstance())))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(reasonOf(() -> appliance.as(Role.BRIDGE).getMember(GetMemberRequest.getDefaultInstance())))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(reasonOf(() -> appliance
                        .as(Role.AUDITOR)
                        .checkEligibility(check("capture-audit", SITI, print(SITIS_FINGER, 2)))))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(reasonOf(() -> appliance.as(Role.MATCHER).getMember(GetMemberRequest.getDefaultInstance())))
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    @Order(5)
    void passesOnWhatTheMatcherSaysOfABadImage() {
        Sample torn = Sample.newBuilder()
                .setEncoded(EncodedImage.newBuilder()
                        .setContent(ByteString.copyFrom(Appliance.printFile(SITIS_FINGER, 1), 0, 2_000))
                        .setDpi(500))
                .build();
        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> appliance.as(Role.BRIDGE).checkEligibility(check("capture-torn", SITI, torn)));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(RpcError.reasonOf(refused).orElseThrow()).startsWith("IMAGE_");
    }

    @Test
    @Order(6)
    void refersWhileTheMatcherIsDownAndRecoversByItself() throws InterruptedException {
        appliance.killMatcher();

        assertThat(checked("capture-down", SITI, SITIS_FINGER).getUndetermined().getCause())
                .isEqualTo("MATCHER_UNAVAILABLE");
        assertThat(reasonOf(() -> register("register-down", "3273014101000001", "Siapa", 104)))
                .isEqualTo("MATCHER_UNAVAILABLE");

        appliance.startMatcher();
        Appliance.waitUntil(
                "the gate finds its matcher",
                () -> checked("capture-up-" + System.nanoTime(), SITI, SITIS_FINGER)
                                .getOutcomeCase()
                        == OutcomeCase.GRANTED);
    }

    @Test
    @Order(7)
    void forgetsWithdrawnFingersForGood() throws InterruptedException {
        int withdrawn = appliance
                .operator()
                .withdrawFingers(WithdrawFingersRequest.newBuilder()
                        .setIdempotencyKey("withdraw-siti")
                        .setNid(SITI)
                        .setReason("asked to")
                        .build())
                .getWithdrawnReferences();
        assertThat(withdrawn).isEqualTo(1);
        assertGone();

        appliance.killMatcher();
        appliance.startMatcher();
        appliance.restartGate();
        assertGone();
        assertThat(verified(BUDI, BUDIS_FINGER, 3)).isEqualTo(MemberVerification.VERIFIED);
    }

    private static void assertGone() {
        assertThat(verified(SITI, SITIS_FINGER, 2)).isEqualTo(MemberVerification.NO_REFERENCE);
        assertThat(identified(SITIS_FINGER).getCandidatesCount()).isZero();
        assertThat(checked("capture-gone-" + System.nanoTime(), SITI, SITIS_FINGER)
                        .getUndetermined()
                        .getCause())
                .isEqualTo("NOT_ENROLLED");
    }

    private static String reasonOf(ThrowingCallable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call);
        return RpcError.reasonOf(refused).orElse("no reason");
    }
}
