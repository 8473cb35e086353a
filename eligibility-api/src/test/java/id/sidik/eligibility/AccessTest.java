package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.TokenOrder;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.http.RestServer;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's system with its own certificate and tokens, at both edges: what it may ask, what it may not, and what the audit says of it. */
class AccessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    private Path folder;

    private Counter counter;
    private RpcServer rpc;
    private RestServer rest;
    private TrustMaterial client;
    private ManagedChannel channel;
    private HttpClient http;

    @BeforeEach
    void start() throws IOException {
        LocalAuthority.establish(trust(), InstantSource.system());
        LocalAuthority.issueClient(trust(), folder.resolve("hospital"), InstantSource.system());
        client = TrustMaterial.load(folder.resolve("hospital"), Role.CLIENT, InstantSource.system());
        counter = new Counter(folder.resolve("eligibility"));
        HostPort any = new HostPort("127.0.0.1", 0);
        rpc = RpcEdge.start(
                any, material(Role.ELIGIBILITY), counter.access, counter.callLimit, counter.journeys, System::nanoTime);
        HttpEdge edge = new HttpEdge(
                counter.journeys, counter.store, counter.matcher, counter.access, counter.callLimit, System::nanoTime);
        rest = RestServer.start(any, material(Role.ELIGIBILITY), edge);
        channel = Channels.open(rpc.address(), client, Role.ELIGIBILITY, Duration.ofMinutes(2));
        http = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(client, Role.ELIGIBILITY))
                .build();
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        channel.shutdownNow();
        rest.close();
        rpc.close();
        counter.close();
    }

    private Path trust() {
        return folder.resolve("trust");
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(trust(), role, InstantSource.system());
    }

    @Test
    void aFacilityChecksAtItsOwnCounters() throws Exception {
        String token = token(Role.FACILITY, facility("RSUD-01"));

        assertThat(with(token)
                        .checkEligibility(Counter.check("capture-1", Counter.SITI, FakeMatcher.sample("siti")))
                        .hasDenied())
                .isTrue();
        assertThat(post("/v1/eligibility-checks", token, "RSUD-01").statusCode())
                .isEqualTo(200);
        assertThat(audit())
                .filteredOn(event -> event.contains("DECISION_MADE"))
                .hasSize(2)
                .allMatch(event ->
                        event.contains("\"actor_role\":\"facility\"") && event.contains("\"person\":\"tester\""));
    }

    @Test
    void aFacilityDoesNotCheckForAnother() throws Exception {
        String token = token(Role.FACILITY, facility("RSUD-02"));

        assertRefused(
                () -> with(token)
                        .checkEligibility(Counter.check("capture-1", Counter.SITI, FakeMatcher.sample("siti"))),
                Code.PERMISSION_DENIED,
                "SCOPE_NOT_ALLOWED");
        assertProblem(post("/v1/eligibility-checks", token, "RSUD-01"), 403, "SCOPE_NOT_ALLOWED");
        assertThat(audit())
                .hasSize(2)
                .allMatch(event -> event.contains("ACCESS_REFUSED") && event.contains("SCOPE_NOT_ALLOWED"))
                .noneMatch(event -> event.contains("RSUD-01") || event.contains("\"subject\""));
    }

    @Test
    void aMemberReadsHerselfAlone() throws Exception {
        counter.journeys.registration().register(Counter.registration("register-1", Counter.SITI), Counter.operator());
        String token = token(Role.MEMBER, new Scope(Set.of(), Set.of(), Optional.of(new Nid(Counter.SITI))));

        assertThat(with(token)
                        .getMember(GetMemberRequest.newBuilder()
                                .setNid(Counter.SITI)
                                .build())
                        .getMember()
                        .getNid())
                .isEqualTo(Counter.SITI);
        assertThat(get("/v1/members/" + Counter.SITI, token).statusCode()).isEqualTo(200);
    }

    /** Whether or not there is such a member, and whether or not the number can be one. */
    @Test
    void aMemberIsToldTheSameOfEverybodyElse() throws Exception {
        counter.journeys.registration().register(Counter.registration("register-1", Counter.SITI), Counter.operator());
        String token = token(Role.MEMBER, new Scope(Set.of(), Set.of(), Optional.of(new Nid(Counter.BUDI))));

        HttpResponse<String> registered = get("/v1/members/" + Counter.SITI, token);
        assertProblem(registered, 403, "SCOPE_NOT_ALLOWED");
        assertThat(get("/v1/members/3174011708850009", token).body()).isEqualTo(registered.body());
        assertThat(get("/v1/members/1", token).body()).isEqualTo(registered.body());
        assertRefused(
                () -> with(token)
                        .getMember(GetMemberRequest.newBuilder()
                                .setNid(Counter.SITI)
                                .build()),
                Code.PERMISSION_DENIED,
                "SCOPE_NOT_ALLOWED");
    }

    @Test
    void aTokensRoleHoldsAndNotTheCertificates() throws Exception {
        String auditor = token(Role.AUDITOR, Scope.NONE);
        try (HttpClient operator = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(material(Role.OPERATOR), Role.ELIGIBILITY))
                .build()) {
            assertProblem(
                    operator.send(
                            request("/v1/adjudication-cases", auditor).GET().build(), BodyHandlers.ofString()),
                    403,
                    "ROLE_NOT_ALLOWED");
            assertProblem(
                    operator.send(
                            request("/v1/adjudication-cases", "forged").GET().build(), BodyHandlers.ofString()),
                    401,
                    "TOKEN_INVALID");
        }
    }

    @Test
    void aClientsCertificateAloneOpensNothing() throws Exception {
        StatusRuntimeException refused = failure(() ->
                EligibilityServiceGrpc.newBlockingStub(channel).getAuditHead(GetAuditHeadRequest.getDefaultInstance()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(RpcError.reasonOf(refused)).contains("TOKEN_MISSING");

        HttpResponse<String> unauthorized = http.send(
                HttpRequest.newBuilder(uri("/v1/members/" + Counter.SITI)).build(), BodyHandlers.ofString());
        assertProblem(unauthorized, 401, "TOKEN_MISSING");
        assertThat(unauthorized.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"sidik\"");
        assertThat(http.send(HttpRequest.newBuilder(uri("/health/live")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBoundTokenIsWorthNothingBesideAnotherCertificate() {
        String stolen = issue(new TokenOrder(
                Role.OPERATOR,
                "tester",
                Scope.NONE,
                Optional.of(
                        PeerCertificate.thumbprint(material(Role.BRIDGE).chain().getFirst()))));
        String own = issue(new TokenOrder(
                Role.OPERATOR,
                "tester",
                Scope.NONE,
                Optional.of(PeerCertificate.thumbprint(client.chain().getFirst()))));

        assertRefused(
                () -> with(stolen).listAdjudicationCases(ListAdjudicationCasesRequest.getDefaultInstance()),
                Code.UNAUTHENTICATED,
                "TOKEN_INVALID");
        assertThat(with(own)
                        .listAdjudicationCases(ListAdjudicationCasesRequest.getDefaultInstance())
                        .getCasesCount())
                .isZero();
    }

    @Test
    void givesTokensToTheOperatorsCertificateAlone() throws Exception {
        String form = "grant_type=client_credentials&role=facility&facility=RSUD-01&subject=desk-1";
        try (HttpClient operator = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(material(Role.OPERATOR), Role.ELIGIBILITY))
                .build()) {
            HttpResponse<String> issued = operator.send(order(form).build(), BodyHandlers.ofString());
            assertThat(issued.statusCode()).isEqualTo(200);
            String token = JSON.readTree(issued.body()).at("/access_token").asText();
            assertThat(post("/v1/eligibility-checks", token, "RSUD-01").statusCode())
                    .isEqualTo(200);

            assertProblem(
                    operator.send(order(form.replace("&facility=RSUD-01", "")).build(), BodyHandlers.ofString()),
                    400,
                    "TOKEN_ORDER_INVALID");
        }
        String operatorsToken = token(Role.OPERATOR, Scope.NONE);
        assertProblem(
                http.send(
                        order(form)
                                .header("Authorization", "Bearer " + operatorsToken)
                                .build(),
                        BodyHandlers.ofString()),
                403,
                "ROLE_NOT_ALLOWED");
    }

    @Test
    void publishesItsIssuer() throws Exception {
        HttpResponse<String> discovery = http.send(
                HttpRequest.newBuilder(uri("/.well-known/openid-configuration")).build(), BodyHandlers.ofString());
        JsonNode keys = JSON.readTree(
                http.send(HttpRequest.newBuilder(uri("/oauth/jwks.json")).build(), BodyHandlers.ofString())
                        .body());

        assertThat(JSON.readTree(discovery.body()).at("/jwks_uri").asText())
                .isEqualTo("https://localhost/oauth/jwks.json");
        assertThat(keys.at("/keys/0/kty").asText()).isEqualTo("EC");
        assertThat(keys.at("/keys/0").has("d")).as("the private part").isFalse();
    }

    /** A hundred leaves a minute; the rest are counted. */
    @Test
    void nobodyFillsTheAuditByKnocking() throws Exception {
        List<Integer> statuses = IntStream.range(0, 105)
                .mapToObj(_ -> statusOf(get("/v1/adjudication-cases", "forged")))
                .toList();

        assertThat(statuses).containsOnly(401);
        assertThat(audit()).hasSize(100);
    }

    private static int statusOf(HttpResponse<String> response) {
        return response.statusCode();
    }

    private List<String> audit() {
        return counter.store.readAudit(0, 200).stream()
                .map(leaf -> new String(leaf.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private String token(Role role, Scope scope) {
        return issue(new TokenOrder(role, "tester", scope, Optional.empty()));
    }

    private String issue(TokenOrder order) {
        return counter.access.issuer().orElseThrow().issue(order);
    }

    private static Scope facility(String id) {
        return new Scope(Set.of(id), Set.of(), Optional.empty());
    }

    private EligibilityServiceBlockingStub with(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return EligibilityServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, String token, String facility) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "capture-rest-1")
                .POST(BodyPublishers.ofString("""
                        {"nid": "%s", "purpose": "HOSPITAL_ADMISSION", "facilityId": "%s", "captureFault": "FINGER_TIMEOUT"}""".formatted(Counter.SITI, facility))));
    }

    private HttpRequest.Builder order(String form) {
        return HttpRequest.newBuilder(uri("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + rest.address().port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(ThrowingCallable call, Code code, String reason) {
        StatusRuntimeException refused = failure(call);
        assertThat(refused.getStatus().getCode()).isEqualTo(code);
        assertThat(RpcError.reasonOf(refused)).contains(reason);
    }

    private static StatusRuntimeException failure(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String reason) throws IOException {
        assertThat(JSON.readTree(response.body()).at("/reason").asText()).isEqualTo(reason);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
