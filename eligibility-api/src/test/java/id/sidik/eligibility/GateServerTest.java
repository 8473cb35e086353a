package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.journey.RequestRefusedException;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceImplBase;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.GetMemberResponse;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our servers owe every caller, held by Helidon's gRPC: certificates, roles, deadlines, one status for each call. */
class GateServerTest {
    private static final int STREAMED = 3_000;

    private static RpcEdge rpc;
    private static GateServer server;
    private static ManagedChannel operator;
    private static ManagedChannel bridge;
    private static Path trust;
    private static final CountDownLatch SLOW_MAY_ANSWER = new CountDownLatch(1);

    @BeforeAll
    static void start(@TempDir Path folder) {
        trust = folder;
        LocalAuthority.establish(trust, InstantSource.system());
        rpc = new RpcEdge(new TestService());
        rpc.serving(true);
        server = GateServer.start(
                new HostPort("127.0.0.1", 0),
                material(Role.ELIGIBILITY),
                HttpRouting.builder().get("/hello", (_, response) -> response.send("hello")),
                rpc.routing());
        operator = Channels.open(server.address(), material(Role.OPERATOR), Role.ELIGIBILITY, Duration.ofSeconds(20));
        bridge = Channels.open(server.address(), material(Role.BRIDGE), Role.ELIGIBILITY, Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        operator.shutdownNow();
        bridge.shutdownNow();
        server.close();
        rpc.close();
    }

    /** Does what the NID of the request says. */
    private static final class TestService extends EligibilityServiceImplBase {
        @Override
        public void getMember(GetMemberRequest request, StreamObserver<GetMemberResponse> caller) {
            switch (request.getNid()) {
                case "refuse" -> throw RequestRefusedException.invalid("NID_INVALID", "no good: 100 % – really");
                case "break" -> throw new IllegalStateException("the secret name of a table");
                case "wait" -> await(SLOW_MAY_ANSWER);
                default -> {}
            }
            caller.onNext(GetMemberResponse.getDefaultInstance());
            caller.onCompleted();
        }

        @Override
        public void checkEligibility(CheckEligibilityRequest request, StreamObserver<CheckEligibilityResponse> caller) {
            caller.onNext(CheckEligibilityResponse.newBuilder()
                    .setAuditIndex(request.getSerializedSize())
                    .build());
            caller.onCompleted();
        }

        @Override
        public void readAudit(ReadAuditRequest request, StreamObserver<AuditEvent> caller) {
            for (int index = 0; index < STREAMED; index++) {
                caller.onNext(AuditEvent.newBuilder()
                        .setIndex(index)
                        .setContent(ByteString.copyFrom(new byte[400]))
                        .build());
            }
            caller.onCompleted();
        }

        @Override
        public void getAuditHead(GetAuditHeadRequest request, StreamObserver<GetAuditHeadResponse> caller) {
            caller.onNext(GetAuditHeadResponse.getDefaultInstance());
            caller.onCompleted();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void answersOverMutualTls() {
        assertThat(member("anybody")).isEqualTo(GetMemberResponse.getDefaultInstance());
    }

    @Test
    void saysTheReasonOfARefusal() {
        StatusRuntimeException refused = failure(() -> member("refuse"));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).isEqualTo("no good: 100 % – really");
        assertThat(RpcError.reasonOf(refused)).contains("NID_INVALID");
    }

    @Test
    void tellsNobodyWhatBrokeInside() {
        StatusRuntimeException broken = failure(() -> member("break"));

        assertThat(broken.getStatus().getCode()).isEqualTo(Code.INTERNAL);
        assertThat(broken.getStatus().getDescription()).contains("incident").doesNotContain("secret");
    }

    @Test
    void refusesACallWithoutDeadline() {
        StatusRuntimeException refused =
                failure(() -> EligibilityServiceGrpc.newBlockingStub(undeadlined(Role.OPERATOR))
                        .getMember(GetMemberRequest.getDefaultInstance()));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(RpcError.reasonOf(refused)).contains("DEADLINE_MISSING");
    }

    @Test
    void refusesARoleThatTheMethodIsNotFor() {
        StatusRuntimeException refused = failure(
                () -> EligibilityServiceGrpc.newBlockingStub(bridge).getMember(GetMemberRequest.getDefaultInstance()));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(RpcError.reasonOf(refused)).contains("ROLE_NOT_ALLOWED");
    }

    @Test
    void refusesAClientWithoutCertificate() throws IOException {
        ManagedChannel stranger = NettyChannelBuilder.forAddress(
                        "localhost", server.address().port())
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(trust.resolve("ca.cert.pem").toFile())
                        .build())
                .build();
        try {
            StatusRuntimeException refused = failure(() -> EligibilityServiceGrpc.newBlockingStub(stranger)
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .getMember(GetMemberRequest.getDefaultInstance()));
            assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
        } finally {
            stranger.shutdownNow();
        }
    }

    @Test
    void refusesAClientOfAnotherAuthority(@TempDir Path elsewhere) {
        LocalAuthority.establish(elsewhere, InstantSource.system());
        TrustMaterial forged = TrustMaterial.load(elsewhere, Role.OPERATOR, InstantSource.system());
        ManagedChannel stranger = Channels.open(server.address(), forged, Role.ELIGIBILITY, Duration.ofSeconds(10));
        try {
            StatusRuntimeException refused = failure(() ->
                    EligibilityServiceGrpc.newBlockingStub(stranger).getMember(GetMemberRequest.getDefaultInstance()));
            assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
        } finally {
            stranger.shutdownNow();
        }
    }

    @Test
    void takesLargeRequestsAndRefusesTooLargeOnesInOrder() {
        assertThat(checkedBytes(14_000_000)).isGreaterThan(14_000_000);

        StatusRuntimeException refused = failure(() -> checkedBytes(RpcEdge.MESSAGE_BYTES_MAX));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(RpcError.reasonOf(refused)).contains("REQUEST_UNREADABLE");

        assertThat(checkedBytes(1_000)).isGreaterThan(1_000);
    }

    @Test
    void streamsInOrder() {
        Iterator<AuditEvent> events = operator().readAudit(ReadAuditRequest.getDefaultInstance());
        for (int index = 0; index < STREAMED; index++) {
            assertThat(events.next().getIndex()).isEqualTo(index);
        }
        assertThat(events.hasNext()).isFalse();
    }

    /** Helidon alone would end the connection, with every call on it, when an answer meets a caller who has gone. */
    @Test
    void keepsTheConnectionWhenCallersGoAway() throws Exception {
        for (int round = 0; round < 5; round++) {
            StatusRuntimeException gone = failure(() -> EligibilityServiceGrpc.newBlockingStub(operator)
                    .withDeadlineAfter(50, TimeUnit.MILLISECONDS)
                    .getMember(GetMemberRequest.newBuilder().setNid("wait").build()));
            assertThat(gone.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        }
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> large = IntStream.range(0, 8)
                    .mapToObj(_ -> callers.submit(() -> checkedBytes(2_000_000)))
                    .toList();
            SLOW_MAY_ANSWER.countDown();
            for (Future<Long> answer : large) {
                assertThat(answer.get()).isGreaterThan(2_000_000);
            }
        }
    }

    /** A refusal comes before the request is read; what is still on its way must not end the connection. */
    @Test
    void keepsTheConnectionWhenLargeRequestsAreRefused() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Code>> refusals = IntStream.range(0, 20)
                    .mapToObj(_ -> callers.submit(() -> failure(() -> EligibilityServiceGrpc.newBlockingStub(bridge)
                                    .getMember(GetMemberRequest.newBuilder()
                                            .setNid("x".repeat(500_000))
                                            .build()))
                            .getStatus()
                            .getCode()))
                    .toList();
            for (Future<Code> refusal : refusals) {
                assertThat(refusal.get()).isEqualTo(Code.PERMISSION_DENIED);
            }
        }
    }

    @Test
    void tellsItsHealthAndWhatItServes() throws Exception {
        ServingStatus status = HealthGrpc.newBlockingStub(bridge)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus();
        assertThat(status).isEqualTo(ServingStatus.SERVING);
        assertThat(reflected())
                .contains("sidik.eligibility.v1.EligibilityService")
                .doesNotHaveDuplicates();
    }

    @Test
    void servesHttpOnTheSameSocket() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(material(Role.OPERATOR), Role.ELIGIBILITY))
                .build()) {
            for (HttpClient.Version version : HttpClient.Version.values()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(
                                "https://localhost:" + server.address().port() + "/hello"))
                        .version(version)
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .isEqualTo("hello");
            }
        }
    }

    private static List<String> reflected() throws Exception {
        CompletableFuture<List<String>> services = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions = ServerReflectionGrpc.newStub(bridge)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        services.complete(response.getListServicesResponse().getServiceList().stream()
                                .map(ServiceResponse::getName)
                                .toList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        services.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        questions.onNext(
                ServerReflectionRequest.newBuilder().setListServices("").build());
        questions.onCompleted();
        return services.get(10, TimeUnit.SECONDS);
    }

    private static GetMemberResponse member(String nid) {
        return operator().getMember(GetMemberRequest.newBuilder().setNid(nid).build());
    }

    private static long checkedBytes(int templateBytes) {
        return operator()
                .checkEligibility(CheckEligibilityRequest.newBuilder()
                        .addSamples(Sample.newBuilder()
                                .setTemplate(SidikTemplate.newBuilder()
                                        .setContent(ByteString.copyFrom(new byte[templateBytes]))))
                        .build())
                .getAuditIndex();
    }

    private static EligibilityServiceBlockingStub operator() {
        return EligibilityServiceGrpc.newBlockingStub(operator);
    }

    private static ManagedChannel undeadlined(Role role) {
        return NettyChannelBuilder.forAddress("localhost", server.address().port())
                .sslContext(TlsContexts.nettyClient(material(role), Role.ELIGIBILITY))
                .build();
    }

    private static StatusRuntimeException failure(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    private static TrustMaterial material(Role role) {
        return TrustMaterial.load(trust, role, InstantSource.system());
    }
}
