package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallLimitGuardTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final CallLimit limit = new CallLimit(1);
    private final Slow service = new Slow();
    private RpcServer server;
    private ManagedChannel channel;

    /** Verifies only when it is let. */
    private static final class Slow extends MatcherServiceGrpc.MatcherServiceImplBase {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final Semaphore allowed = new Semaphore(0);

        @Override
        public void verify(VerifyRequest request, StreamObserver<VerifyResponse> caller) {
            begun.countDown();
            allowed.acquireUninterruptibly();
            caller.onNext(VerifyResponse.getDefaultInstance());
            caller.onCompleted();
        }

        @Override
        public void galleryStatus(GalleryStatusRequest request, StreamObserver<GalleryStatusResponse> caller) {
            caller.onNext(GalleryStatusResponse.getDefaultInstance());
            caller.onCompleted();
        }
    }

    @BeforeEach
    void start() throws Exception {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        RoleTable roles = RoleTable.builder()
                .allow(MatcherServiceGrpc.getServiceDescriptor(), EnumSet.of(Role.ELIGIBILITY))
                .build();
        server = RpcServer.start(
                new HostPort("127.0.0.1", 0),
                material(Role.MATCHER),
                served -> new CallLimitGuard(
                        limit, Set.of(MatcherServiceGrpc.getGalleryStatusMethod()), new RoleGuard(roles, served)),
                1024,
                List.of(service));
        channel = Channels.open(server.address(), material(Role.ELIGIBILITY), Role.MATCHER, PATIENCE);
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(folder.resolve("trust"), role, InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.allowed.release(100);
        channel.shutdownNow();
        server.close();
    }

    @Test
    void turnsAwayWhoIsOneTooManyAndSaysWhenToComeBack() throws Exception {
        ListenableFuture<VerifyResponse> first = verifyOnceBegun();
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, this::verify);
        assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(RpcError.reasonOf(refusal)).contains("OVERLOADED");
        assertThat(RpcError.retryAfter(refusal)).contains(Duration.ofSeconds(1));
        assertThat(limit.turnedAway()).isEqualTo(1);

        service.allowed.release(2);
        assertThat(first.get()).isNotNull();
        awaitNobodyInside();
        assertThat(verify()).isNotNull();
    }

    @Test
    void answersHowTheServiceIsWhenItIsFull() throws Exception {
        var _ = verifyOnceBegun();
        assertThat(MatcherServiceGrpc.newBlockingStub(channel).galleryStatus(GalleryStatusRequest.getDefaultInstance()))
                .isNotNull();
    }

    @Test
    void freesThePlaceOfACallerWhoWentAwayWhenTheWorkForHerEnds() throws Exception {
        verifyOnceBegun().cancel(true);
        assertThat(limit.underWay()).as("the work still goes on").isEqualTo(1);
        service.allowed.release();
        awaitNobodyInside();
    }

    @Test
    void aStrangerInsideIsRefusedAndLeaves() throws Exception {
        ManagedChannel bridge = Channels.open(server.address(), material(Role.BRIDGE), Role.MATCHER, PATIENCE);
        try {
            StatusRuntimeException refusal = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> MatcherServiceGrpc.newBlockingStub(bridge).verify(VerifyRequest.getDefaultInstance()));
            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
            awaitNobodyInside();
        } finally {
            bridge.shutdownNow();
        }
    }

    private ListenableFuture<VerifyResponse> verifyOnceBegun() throws InterruptedException {
        ListenableFuture<VerifyResponse> call =
                MatcherServiceGrpc.newFutureStub(channel).verify(VerifyRequest.getDefaultInstance());
        service.begun.await();
        return call;
    }

    private VerifyResponse verify() {
        return MatcherServiceGrpc.newBlockingStub(channel).verify(VerifyRequest.getDefaultInstance());
    }

    /** The caller has her answer a little before the server knows that it has arrived. */
    private void awaitNobodyInside() {
        while (limit.underWay() > 0) {
            Thread.onSpinWait();
        }
    }
}
