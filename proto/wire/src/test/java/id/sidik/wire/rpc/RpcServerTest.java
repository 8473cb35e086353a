package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpcServerTest {
    private static final int MESSAGE_BYTES_MAX = 4096;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static RpcServer server;
    private static ManagedChannel eligibility;

    @BeforeAll
    static void start() throws Exception {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        RoleTable roles = RoleTable.builder()
                .allow(MatcherServiceGrpc.getServiceDescriptor(), EnumSet.of(Role.ELIGIBILITY))
                .build();
        server = RpcServer.start(
                new HostPort("127.0.0.1", 0), material(Role.MATCHER), roles, MESSAGE_BYTES_MAX, List.of(new Probe()));
        eligibility = Channels.open(server.address(), material(Role.ELIGIBILITY), Role.MATCHER, PATIENCE);
    }

    @AfterAll
    static void stop() {
        eligibility.shutdownNow();
        server.close();
    }

    @Test
    void onlyTheListedRolePassesForEveryMethod() {
        for (Role role : Role.ofTheHouse()) {
            ManagedChannel channel = Channels.open(server.address(), material(role), Role.MATCHER, PATIENCE);
            try {
                for (MethodDescriptor<?, ?> method :
                        MatcherServiceGrpc.getServiceDescriptor().getMethods()) {
                    StatusRuntimeException refusal = failureOf(channel, method);
                    assertThat(RpcError.reasonOf(refusal)
                                    .filter("ROLE_NOT_ALLOWED"::equals)
                                    .isEmpty())
                            .as("%s calls %s: %s", role, method.getFullMethodName(), refusal.getStatus())
                            .isEqualTo(role == Role.ELIGIBILITY);
                }
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void aMethodWithoutAnEntryDoesNotStart() {
        RoleTable incomplete = RoleTable.builder()
                .allow(MatcherServiceGrpc.getEnrolMethod(), Role.ELIGIBILITY)
                .build();

        assertThatThrownBy(() -> RpcServer.start(
                        new HostPort("127.0.0.1", 0),
                        material(Role.MATCHER),
                        incomplete,
                        MESSAGE_BYTES_MAX,
                        List.of(new Probe())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sidik.matcher.v1.MatcherService/Verify");
    }

    @Test
    void handlersKnowTheRoleOfTheirCaller() {
        assertThat(MatcherServiceGrpc.newBlockingStub(eligibility)
                        .galleryStatus(GalleryStatusRequest.getDefaultInstance())
                        .getAlgorithm())
                .isEqualTo("ELIGIBILITY");
    }

    @Test
    void refusesACallWithoutADeadline() {
        ManagedChannel impatient = NettyChannelBuilder.forAddress(
                        server.address().host(), server.address().port())
                .sslContext(TlsContexts.nettyClient(material(Role.ELIGIBILITY), Role.MATCHER))
                .overrideAuthority("localhost")
                .build();
        try {
            assertThatThrownBy(() -> MatcherServiceGrpc.newBlockingStub(impatient)
                            .galleryStatus(GalleryStatusRequest.getDefaultInstance()))
                    .satisfies(e -> assertThat(RpcError.reasonOf(e)).contains("DEADLINE_MISSING"))
                    .satisfies(
                            e -> assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Code.INVALID_ARGUMENT));
            assertThat(HealthGrpc.newBlockingStub(impatient)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus())
                    .as("health needs no deadline")
                    .isNotNull();
        } finally {
            impatient.shutdownNow();
        }
    }

    @Test
    void servesOnlyOnceItsOwnerSaysSo() {
        HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(eligibility);
        server.serving(false);
        assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.NOT_SERVING);

        server.serving(true);

        assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void refusesARequestThatIsTooLarge() {
        EnrolRequest large = EnrolRequest.newBuilder()
                .addSamples(Sample.newBuilder()
                        .setEncoded(
                                EncodedImage.newBuilder().setContent(ByteString.copyFrom(new byte[MESSAGE_BYTES_MAX]))))
                .build();

        assertThatThrownBy(() -> MatcherServiceGrpc.newBlockingStub(eligibility).enrol(large))
                .satisfies(e -> assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED));
        assertThat(MatcherServiceGrpc.newBlockingStub(eligibility)
                        .galleryStatus(GalleryStatusRequest.getDefaultInstance()))
                .as("still alive")
                .isNotNull();
    }

    @Test
    void errorsArriveWithReasonAndMetadata() {
        assertThatThrownBy(
                        () -> MatcherServiceGrpc.newBlockingStub(eligibility).enrol(EnrolRequest.getDefaultInstance()))
                .satisfies(e -> assertThat(RpcError.reasonOf(e)).contains("DISK_FULL"))
                .satisfies(e -> assertThat(RpcError.metadataOf(e)).isEqualTo(Map.of("free_bytes", "0")))
                .satisfies(e ->
                        assertThat(Status.fromThrowable(e).getDescription()).isEqualTo("No space left"));
    }

    @Test
    void aForeignErrorHasNoReasonOfOurs() {
        assertThat(RpcError.reasonOf(Status.UNAVAILABLE.asRuntimeException())).isEmpty();
        assertThat(RpcError.reasonOf(new IllegalStateException("not of gRPC"))).isEmpty();
    }

    @Test
    void theDeadlineOfTheCallReachesTheHandler() {
        assertThat(MatcherServiceGrpc.newBlockingStub(eligibility)
                        .withDeadlineAfter(1, TimeUnit.HOURS)
                        .verify(VerifyRequest.getDefaultInstance())
                        .getTargetFmr())
                .as("minutes left, as the handler sees them")
                .isBetween(50.0, 60.0);
    }

    private static <Q, A> StatusRuntimeException failureOf(ManagedChannel channel, MethodDescriptor<Q, A> method) {
        MethodDescriptor<Q, A> unary =
                method.toBuilder().setType(MethodDescriptor.MethodType.UNARY).build();
        Q nothing = method.parseRequest(java.io.InputStream.nullInputStream());
        CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClientCalls.blockingUnaryCall(channel, unary, options, nothing);
            return Status.OK.asRuntimeException();
        } catch (StatusRuntimeException e) {
            return e;
        }
    }

    private static TrustMaterial material(Role role) {
        return TrustMaterial.load(folder.resolve("trust"), role, InstantSource.system());
    }

    /** Answers with its caller's role or its deadline, or fails with a rich error. */
    private static final class Probe extends MatcherServiceGrpc.MatcherServiceImplBase {
        @Override
        public void galleryStatus(GalleryStatusRequest request, StreamObserver<GalleryStatusResponse> answer) {
            answer.onNext(GalleryStatusResponse.newBuilder()
                    .setAlgorithm(RoleGuard.caller().name())
                    .build());
            answer.onCompleted();
        }

        @Override
        public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> answer) {
            answer.onError(
                    RpcError.of(Code.RESOURCE_EXHAUSTED, "DISK_FULL", "No space left", Map.of("free_bytes", "0")));
        }

        @Override
        public void verify(VerifyRequest request, StreamObserver<VerifyResponse> answer) {
            Deadline deadline = Objects.requireNonNull(Context.current().getDeadline());
            answer.onNext(VerifyResponse.newBuilder()
                    .setTargetFmr((double) deadline.timeRemaining(TimeUnit.MINUTES))
                    .build());
            answer.onCompleted();
        }
    }
}
