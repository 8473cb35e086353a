package id.sidik.eligibility;

import static id.sidik.eligibility.Appliance.check;
import static id.sidik.eligibility.Appliance.print;
import static id.sidik.eligibility.Appliance.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.bridge.console.Main;
import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.ClaimDocument;
import id.sidik.eligibility.v1.ClaimDocuments;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.ClaimServiceGrpc;
import id.sidik.eligibility.v1.ClaimServiceGrpc.ClaimServiceBlockingStub;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.DecideClaimRequest.RejectionReason;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.ListClaimsRequest;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.v1.VisitServiceGrpc;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Claims and visits as their systems drive them: a claims system over gRPC, a hospital over REST, each with a certificate of another
 * institution and an access token, and an officer at the console. Each rests on a finger that a live matcher compared.
 */
class CasesOverTheWireTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RSUD = "RSUD-01";
    private static final String SITI = "3174015708850003";
    private static final int SITIS_FINGER = 101;

    @TempDir
    private static Path folder;

    private static Appliance appliance;
    private static TrustMaterial client;
    private static HttpClient http;
    private static ManagedChannel channel;

    private String said = "";

    @BeforeAll
    static void start() {
        appliance = Appliance.start(data());
        LocalAuthority.issueClient(appliance.trust(), folder.resolve("client"), InstantSource.system());
        client = TrustMaterial.load(folder.resolve("client"), Role.CLIENT, InstantSource.system());
        http = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(client, Role.ELIGIBILITY))
                .build();
        channel = Channels.open(appliance.address(), client, Role.ELIGIBILITY, PATIENCE);
        appliance
                .as(Role.BRIDGE)
                .registerMember(registration("register-siti", SITI, "Siti Rahayu", print(SITIS_FINGER, 1)));
        appliance
                .operator()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("payment-siti")
                        .setNid(SITI)
                        .setProgramme(Programme.JKN)
                        .setPeriod(YearMonth.now(ZoneOffset.UTC).toString())
                        .setAmountRupiah(150_000)
                        .setChannel("bank-transfer")
                        .build());
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        channel.shutdownNow();
        appliance.close();
    }

    private static Path data() {
        return folder.resolve("data");
    }

    @Test
    void aClaimsSystemDrivesAClaimOverGrpc() throws Exception {
        ClaimServiceBlockingStub claims =
                ClaimServiceGrpc.newBlockingStub(channel).withInterceptors(bearing(token("role=claims&subject=klaim")));

        ClaimRecord open = claims.openClaim(OpenClaimRequest.newBuilder()
                        .setIdempotencyKey("wire-claim-open")
                        .setNid(SITI)
                        .setProgramme(Programme.JKN)
                        .setFacilityId(RSUD)
                        .setEventOn(yesterday())
                        .setAmountRupiah(1_000_000)
                        .setReceipt(receipt("capture-claim", 2))
                        .build())
                .getClaim();
        String claim = open.getClaimId();
        assertThat(open.getState()).isEqualTo(ClaimRecord.State.OPEN);
        assertThat(open.getPresence().getDecisionId()).isNotEmpty();

        assertRefused(() -> pay(claims, claim, "wire-claim-early"), Code.FAILED_PRECONDITION, "CLAIM_NOT_APPROVED");
        assertRefused(
                () -> supply(
                        claims,
                        claim,
                        "wire-claim-empty",
                        SupplyClaimRequest.newBuilder().setSubmit(true)),
                Code.FAILED_PRECONDITION,
                "CLAIM_DOCUMENTS_MISSING");
        supply(
                claims,
                claim,
                "wire-claim-papers",
                SupplyClaimRequest.newBuilder().setDocuments(invoice()));
        assertThat(supply(
                                claims,
                                claim,
                                "wire-claim-send",
                                SupplyClaimRequest.newBuilder().setSubmit(true))
                        .getState())
                .isEqualTo(ClaimRecord.State.SUBMITTED);

        assertRefused(
                () -> decide(claims, claim, "wire-claim-whose", "", true), Code.INVALID_ARGUMENT, "OFFICER_MISSING");
        ClaimRecord rejected = decide(claims, claim, "wire-claim-reject", "ani", false);
        assertThat(rejected.getRejectionReason()).isEqualTo("DOCUMENTS_INSUFFICIENT");
        assertThat(rejected.getRejectionCode()).isNotEmpty();

        claims.appealClaim(AppealClaimRequest.newBuilder()
                .setIdempotencyKey("wire-claim-appeal")
                .setClaimId(claim)
                .setGrounds("The invoice was sent")
                .build());
        assertRefused(
                () -> decide(claims, claim, "wire-claim-again", "ani", true),
                Code.FAILED_PRECONDITION,
                "CLAIM_OFFICER_NOT_ANOTHER");
        assertThat(decide(claims, claim, "wire-claim-approve", "budi", true).getOnAppeal())
                .isTrue();
        ClaimRecord paid = pay(claims, claim, "wire-claim-paid");
        assertThat(paid.getState()).isEqualTo(ClaimRecord.State.PAYMENT_NOTICED);

        assertThat(pay(claims, claim, "wire-claim-paid"))
                .as("the same request is the same step")
                .isEqualTo(paid);
        assertThat(claims.getClaim(
                                GetClaimRequest.newBuilder().setClaimId(claim).build())
                        .getClaim())
                .isEqualTo(paid);
        assertThat(claims.listClaims(ListClaimsRequest.newBuilder().setNid(SITI).build())
                        .getClaimsList())
                .contains(paid);
        assertRefused(
                () -> VisitServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(bearing(token("role=claims&subject=klaim")))
                        .openVisit(OpenVisitRequest.newBuilder()
                                .setIdempotencyKey("wire-claim-visit")
                                .setNid(SITI)
                                .setKind(VisitRecord.Kind.OUTPATIENT)
                                .setFacilityId(RSUD)
                                .build()),
                Code.PERMISSION_DENIED,
                "ROLE_NOT_ALLOWED");
    }

    private static String yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    }

    private static ClaimDocuments.Builder invoice() {
        return ClaimDocuments.newBuilder()
                .addDocuments(ClaimDocument.newBuilder()
                        .setKind(ClaimDocument.Kind.INVOICE)
                        .setSha256("0".repeat(64)));
    }

    private static ClaimRecord supply(
            ClaimServiceBlockingStub claims, String claim, String key, SupplyClaimRequest.Builder what) {
        return claims.supplyClaim(what.setIdempotencyKey(key).setClaimId(claim).build())
                .getClaim();
    }

    private static ClaimRecord decide(
            ClaimServiceBlockingStub claims, String claim, String key, String officer, boolean approve) {
        DecideClaimRequest.Builder decision = DecideClaimRequest.newBuilder()
                .setIdempotencyKey(key)
                .setClaimId(claim)
                .setOfficer(officer);
        if (approve) {
            decision.setApproveRupiah(900_000);
        } else {
            decision.setReject(RejectionReason.DOCUMENTS_INSUFFICIENT);
        }
        return claims.decideClaim(decision.build()).getClaim();
    }

    private static ClaimRecord pay(ClaimServiceBlockingStub claims, String claim, String key) {
        return claims.noticeClaimPayment(NoticeClaimPaymentRequest.newBuilder()
                        .setIdempotencyKey(key)
                        .setClaimId(claim)
                        .setPaymentReference("BRI-2026-0001")
                        .setAmountRupiah(900_000)
                        .build())
                .getClaim();
    }

    @Test
    void aHospitalDrivesAVisitOverRest() throws Exception {
        String token = token("role=facility&facility=" + RSUD + "&subject=desk-1");
        String opening = """
                {"nid": "%s", "kind": "ADMISSION", "facilityId": "%s", "receipt": "%s"}""".replaceFirst("%s", SITI);
        opening = opening.replaceFirst("%s", RSUD);
        String own = opening.replaceFirst("%s", receipt("capture-visit", 3));
        String another = opening.replaceFirst("%s", receipt("capture-visit-2", 5));

        assertProblem(
                post(token, "v1/visits", "wire-visit-other", own.replace(RSUD, "RS-02")), 403, "SCOPE_NOT_ALLOWED");
        HttpResponse<String> opened = post(token, "v1/visits", "wire-visit-open", own);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        JsonNode visit = JSON.readTree(opened.body());
        String path = "v1/visits/" + visit.at("/visitId").asText();
        assertThat(visit.at("/state").asText()).isEqualTo("UNDER_WAY");
        assertThat(post(token, "v1/visits", "wire-visit-open", own).body())
                .as("the same request is the same visit")
                .isEqualTo(opened.body());
        assertProblem(post(token, "v1/visits", "wire-visit-two-beds", another), 409, "VISIT_OVERLAPS_STAY");

        assertProblem(
                post(token, path + "/end", "wire-visit-complete", "{\"complete\": true}"), 409, "VISIT_IS_A_STAY");
        HttpResponse<String> ended = post(token, path + "/end", "wire-visit-end", "{\"discharge\": \"HOME\"}");
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(JSON.readTree(ended.body()).at("/state").asText()).isEqualTo("DISCHARGED");
        assertThat(get(token, path).body()).isEqualTo(ended.body());

        assertProblem(post(token, path + "/end", "wire-visit-twice", "{\"discharge\": \"HOME\"}"), 409, "VISIT_ENDED");
        assertProblem(post(token, "v1/visits", "wire-visit-reuse", own), 409, "RECEIPT_USED");
        assertThat(get(token("role=facility&facility=RS-02&subject=desk-2"), path)
                        .statusCode())
                .as("another hospital")
                .isEqualTo(403);
    }

    @Test
    void anOfficerDrivesBothAtTheConsole() throws Exception {
        Path receipt = folder.resolve("presence.jws");
        Path bill = Files.writeString(folder.resolve("bill.txt"), "Rp 1,000,000");
        Path finger = Appliance.printFolder().resolve(SITIS_FINGER + "_4.tif");
        String nid = "--nid=" + SITI;
        String facility = "--facility=" + RSUD;
        says(
                "Granted: JKN",
                "check",
                nid,
                "--purpose=hospital-outpatient",
                facility,
                "--receipt=" + receipt,
                finger.toString());

        String visit = idOf(
                "visit",
                says("under-way", "visit", "open", nid, "--kind=outpatient", facility, "--receipt=" + receipt));
        assertThat(run("visit", "open", nid, "--kind=outpatient", facility, "--receipt=" + receipt))
                .isEqualTo(2);
        assertThat(said).contains("RECEIPT_USED");
        says("completed", "visit", "end", visit, "--how=completed");
        says("completed", "visit", "show", visit);

        String claim = idOf(
                "claim",
                says(
                        "open",
                        "claim",
                        "open",
                        nid,
                        "--programme=jkn",
                        facility,
                        "--event-on=" + yesterday(),
                        "--amount=1000000",
                        "--visit=" + visit));
        says("submitted", "claim", "submit", claim, "--document=invoice=" + bill);
        says("rejected (DUPLICATE", "claim", "decide", claim, "--reject=duplicate", officer("ani"));
        says("appealed", "claim", "appeal", claim, "--grounds=It is the only one");
        assertThat(run("claim", "decide", claim, "--approve=900000", officer("ani")))
                .isEqualTo(2);
        assertThat(said).contains("CLAIM_OFFICER_NOT_ANOTHER");
        says("approved for Rp 900000", "claim", "decide", claim, "--approve=900000", officer("budi"));
        says("payment-noticed", "claim", "paid", claim, "--reference=BRI-2026-0002", "--amount=900000");
        says("presence shown by finger", "claim", "show", claim);
    }

    private String officer(String name) throws IOException {
        assertThat(run("token", "--role=operator", "--subject=" + name))
                .as(said)
                .isZero();
        return "--token=" + Files.writeString(folder.resolve(name + ".token"), said);
    }

    private static String idOf(String what, String sentence) {
        return sentence.replaceFirst("(?s)" + what + " ([^:]+):.*", "$1");
    }

    private String says(String part, String... command) {
        assertThat(run(command)).as(said).isZero();
        assertThat(said).contains(part);
        return said;
    }

    private int run(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] whole = Stream.concat(Arrays.stream(command), Stream.of("--data=" + data()))
                .toArray(String[]::new);
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), whole);
        said = code == 0 || code == 1 ? out.toString() : err.toString();
        return code;
    }

    private static String receipt(String capture, int impression) {
        CheckEligibilityResponse answer =
                appliance.as(Role.BRIDGE).checkEligibility(check(capture, SITI, print(SITIS_FINGER, impression)));
        assertThat(answer.hasGranted()).as(answer.toString()).isTrue();
        return answer.getReceipt();
    }

    /** From the gate's own issuer, as a person at the gate would fetch it. */
    private static String token(String order) throws IOException, InterruptedException {
        try (HttpClient operator = appliance.http(Role.OPERATOR)) {
            HttpResponse<String> issued = operator.send(
                    HttpRequest.newBuilder(appliance.rest().resolve("oauth/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&" + order))
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(issued.body()).at("/access_token").asText();
        }
    }

    private static ClientInterceptor bearing(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private static HttpResponse<String> post(String token, String path, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(token, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return http.send(request(token, path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(appliance.rest().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static void assertRefused(ThrowingCallable call, Code code, String reason) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(RpcError.reasonOf(refused)).contains(reason);
        assertThat(refused.getStatus().getCode()).isEqualTo(code);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String reason) throws IOException {
        assertThat(JSON.readTree(response.body()).at("/reason").asText())
                .as(response.body())
                .isEqualTo(reason);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
