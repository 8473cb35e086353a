package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceFutureStub;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of one connection belong to different people: none may end with another. */
class SharedConnectionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Nearly all that one connection may have open. */
    private static final int CROWD = 250;

    @TempDir
    Path trust;

    /** As when everybody at the counters runs out of patience at the same moment, and one does not. */
    @Test
    void aCallOutlivesAllOthersOnItsConnection() throws Exception {
        LocalAuthority.establish(trust, InstantSource.system());
        Counter counter = new Counter();
        RoleTable roles = RoleTable.builder()
                .allow(MatcherServiceGrpc.getServiceDescriptor(), EnumSet.of(Role.ELIGIBILITY))
                .build();
        try (RpcServer server =
                RpcServer.start(new HostPort("127.0.0.1", 0), material(Role.MATCHER), roles, 1024, List.of(counter))) {
            ManagedChannel channel =
                    Channels.open(server.address(), material(Role.ELIGIBILITY), Role.MATCHER, PATIENCE);
            MatcherServiceFutureStub gate = MatcherServiceGrpc.newFutureStub(channel);

            ListenableFuture<GalleryStatusResponse> patient =
                    gate.galleryStatus(GalleryStatusRequest.getDefaultInstance());
            List<ListenableFuture<VerifyResponse>> impatient = Stream.generate(
                            () -> gate.verify(VerifyRequest.getDefaultInstance()))
                    .limit(CROWD)
                    .toList();
            assertThat(counter.arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            impatient.forEach(call -> call.cancel(true));

            assertThat(patient.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            channel.shutdownNow();
        }
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(trust, role, InstantSource.system());
    }

    /** Answers the patient one when everybody else has come and gone. */
    private static final class Counter extends MatcherServiceGrpc.MatcherServiceImplBase {
        private final CountDownLatch arrived = new CountDownLatch(CROWD);
        private final CountDownLatch gone = new CountDownLatch(CROWD);

        @Override
        public void verify(VerifyRequest request, StreamObserver<VerifyResponse> caller) {
            ((ServerCallStreamObserver<VerifyResponse>) caller).setOnCancelHandler(gone::countDown);
            arrived.countDown();
        }

        @Override
        public void galleryStatus(GalleryStatusRequest request, StreamObserver<GalleryStatusResponse> caller) {
            try {
                gone.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            caller.onNext(GalleryStatusResponse.getDefaultInstance());
            caller.onCompleted();
        }
    }
}
