package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.rpc.EligibilityService;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.GetMemberResponse;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.rpc.RpcServer;
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
import java.io.IOException;
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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate owes every caller over gRPC: certificates, roles, deadlines, one status for each call, and no harm from others' calls. */
class GateServerTest {
    /** Far more than any call here needs, so that a busy machine changes no answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Counter counter;
    private RpcServer server;
    private ManagedChannel operator;
    private ManagedChannel bridge;

    @BeforeEach
    void start() throws IOException {
        LocalAuthority.establish(trust(), InstantSource.system());
        counter = new Counter(folder.resolve("eligibility"));
        server = RpcEdge.start(
                new HostPort("127.0.0.1", 0),
                material(Role.ELIGIBILITY),
                counter.access,
                counter.callLimit,
                counter.journeys,
                System::nanoTime);
        server.serving(true);
        operator = Channels.open(server.address(), material(Role.OPERATOR), Role.ELIGIBILITY, PATIENCE);
        bridge = Channels.open(server.address(), material(Role.BRIDGE), Role.ELIGIBILITY, PATIENCE);
    }

    @AfterEach
    void stop() {
        operator.shutdownNow();
        bridge.shutdownNow();
        server.close();
        counter.close();
    }

    @Test
    void answersOverMutualTls() {
        assertThat(operator()
                        .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                        .getSize())
                .isZero();
    }

    @Test
    void saysTheReasonOfARefusal() {
        StatusRuntimeException refused = failure(() -> member("3174"));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(RpcError.reasonOf(refused)).contains("NID_INVALID");
    }

    @Test
    void tellsNobodyWhatBrokeInside() {
        counter.matcher.beforeAnswering(() -> {
            throw new IllegalStateException("the secret name of a table");
        });
        StatusRuntimeException broken = failure(() -> search(10));

        assertThat(broken.getStatus().getCode()).isEqualTo(Code.INTERNAL);
        assertThat(broken.getStatus().getDescription()).contains("incident").doesNotContain("secret");
    }

    @Test
    void refusesACallWithoutDeadline() {
        ManagedChannel undeadlined = NettyChannelBuilder.forAddress(
                        "localhost", server.address().port())
                .sslContext(TlsContexts.nettyClient(material(Role.OPERATOR), Role.ELIGIBILITY))
                .build();
        try {
            StatusRuntimeException refused = failure(() -> EligibilityServiceGrpc.newBlockingStub(undeadlined)
                    .getMember(GetMemberRequest.getDefaultInstance()));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
            assertThat(RpcError.reasonOf(refused)).contains("DEADLINE_MISSING");
        } finally {
            undeadlined.shutdownNow();
        }
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
                        .trustManager(trust().resolve("ca.cert.pem").toFile())
                        .build())
                .build();
        try {
            StatusRuntimeException refused = failure(() -> EligibilityServiceGrpc.newBlockingStub(stranger)
                    .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
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
        ManagedChannel stranger = Channels.open(server.address(), forged, Role.ELIGIBILITY, PATIENCE);
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
        assertThat(search(14_000_000)).isNotNull();

        StatusRuntimeException refused = failure(() -> search(EligibilityService.MESSAGE_BYTES_MAX));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);

        assertThat(search(1_000)).isNotNull();
    }

    @Test
    void streamsALogOfManyPagesInOrder() throws Exception {
        int events = 2 * EligibilityStore.AUDIT_PAGE_MAX + 1;
        atOnce(events, _ -> search(10));

        Iterator<AuditEvent> log = operator().readAudit(ReadAuditRequest.getDefaultInstance());
        for (int index = 0; index < events; index++) {
            assertThat(log.next().getIndex()).isEqualTo(index);
        }
        assertThat(log.hasNext()).isFalse();
    }

    @Test
    void refusesToStreamFromBeyondTheLog() {
        Iterator<AuditEvent> log = operator()
                .readAudit(ReadAuditRequest.newBuilder().setFromIndex(1).build());

        assertThat(RpcError.reasonOf(failure(log::hasNext))).contains("INDEX_INVALID");
    }

    /** Answers that meet callers who have gone must not end the calls of those who are still there. */
    @Test
    void keepsTheConnectionWhenCallersGoAway() throws Exception {
        int impatient = 20;
        Turnstile turnstile = new Turnstile(impatient + 1);
        counter.matcher.beforeAnswering(turnstile::pass);
        List<ListenableFuture<IdentifyMemberResponse>> waiting = IntStream.rangeClosed(0, impatient)
                .mapToObj(_ -> EligibilityServiceGrpc.newFutureStub(operator).identifyMember(request(10)))
                .toList();
        ListenableFuture<IdentifyMemberResponse> patient = waiting.getFirst();
        turnstile.awaitArrivals();

        waiting.stream().skip(1).forEach(call -> call.cancel(true));
        turnstile.open();
        atOnce(8, _ -> search(2_000_000));

        assertThat(patient.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    /** A refusal comes before the request is read; what is still on its way must not end the calls of others. */
    @Test
    void keepsTheConnectionWhenLargeRequestsAreRefused() throws Exception {
        Turnstile turnstile = new Turnstile(1);
        counter.matcher.beforeAnswering(turnstile::pass);
        ListenableFuture<RegisterMemberResponse> patient = EligibilityServiceGrpc.newFutureStub(bridge)
                .registerMember(Counter.registration("register-1", Counter.SITI, FakeMatcher.sample("siti")));
        turnstile.awaitArrivals();

        List<Code> refusals = atOnce(
                20,
                _ -> failure(() -> EligibilityServiceGrpc.newBlockingStub(bridge)
                                .getMember(GetMemberRequest.newBuilder()
                                        .setNid("x".repeat(500_000))
                                        .build()))
                        .getStatus()
                        .getCode());
        assertThat(refusals).hasSize(20).containsOnly(Code.PERMISSION_DENIED);
        turnstile.open();

        assertThat(patient.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).hasRegistered())
                .isTrue();
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

    private List<String> reflected() throws Exception {
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
        return services.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Lets nobody pass until it is opened, and tells when all have come. */
    private static final class Turnstile {
        private final CountDownLatch arrivals;
        private final CountDownLatch opened = new CountDownLatch(1);

        Turnstile(int expected) {
            arrivals = new CountDownLatch(expected);
        }

        void pass() {
            arrivals.countDown();
            await(opened);
        }

        void awaitArrivals() {
            await(arrivals);
        }

        void open() {
            opened.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = IntStream.range(0, callers)
                    .mapToObj(index -> threads.submit(() -> call.apply(index)))
                    .toList();
            for (Future<T> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private GetMemberResponse member(String nid) {
        return operator().getMember(GetMemberRequest.newBuilder().setNid(nid).build());
    }

    private IdentifyMemberResponse search(int templateBytes) {
        return operator().identifyMember(request(templateBytes));
    }

    private static IdentifyMemberRequest request(int templateBytes) {
        return IdentifyMemberRequest.newBuilder()
                .addSamples(Sample.newBuilder()
                        .setTemplate(
                                SidikTemplate.newBuilder().setContent(ByteString.copyFrom(new byte[templateBytes]))))
                .build();
    }

    private EligibilityServiceBlockingStub operator() {
        return EligibilityServiceGrpc.newBlockingStub(operator);
    }

    private static StatusRuntimeException failure(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    private Path trust() {
        return folder.resolve("trust");
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(trust(), role, InstantSource.system());
    }
}
