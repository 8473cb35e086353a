package id.sidik.eligibility.rpc;

import id.sidik.wire.rpc.DeadlineGuard;
import id.sidik.wire.rpc.RoleGuard;
import id.sidik.wire.trust.PeerCertificate;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.helidon.webserver.grpc.GrpcConfig;
import io.helidon.webserver.grpc.GrpcReflectionFeature;
import io.helidon.webserver.grpc.GrpcRouting;
import io.helidon.webserver.grpc.GrpcServiceDescriptor;
import io.helidon.webserver.grpc.ServerContextKeys;
import io.helidon.webserver.spi.ServerFeature;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** gRPC on Helidon's server: the service, health and reflection, behind the guards that every call of ours passes. */
public final class RpcEdge implements AutoCloseable {
    /** The largest request: two images of 8 MiB hardly fit, ten fingers of an ordinary sensor do easily. */
    public static final int MESSAGE_BYTES_MAX = 16 * 1024 * 1024;

    private final HealthStatusManager health = new HealthStatusManager();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rpc-deadlines").daemon().factory());
    private final BindableService service;

    public RpcEdge(BindableService service) {
        this.service = service;
        serving(false);
    }

    /** Completion is asked first, so that whatever the others refuse is refused in order; a stranger learns nothing but that. */
    public GrpcRouting.Builder routing() {
        RoleGuard roles = new RoleGuard(
                RpcRoles.TABLE, peerCertificate(), List.of(service.bindService().getServiceDescriptor()));
        return GrpcRouting.builder()
                .intercept(new CallCompletion(), roles, new DeadlineGuard(deadlines))
                .service(GrpcServiceDescriptor.builder(service).build())
                .service(
                        GrpcServiceDescriptor.builder(health.getHealthService()).build());
    }

    /** What Helidon's listener must be told about gRPC. */
    public static GrpcConfig protocol() {
        return GrpcConfig.builder().maxReadBufferSize(MESSAGE_BYTES_MAX).build();
    }

    public static ServerFeature reflection() {
        return GrpcReflectionFeature.builder().enabled(true).build();
    }

    /** Tells health checkers whether this server should get calls. */
    public void serving(boolean ready) {
        health.setStatus(
                HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
                ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }

    private static PeerCertificate peerCertificate() {
        return call -> ServerContextKeys.CONNECTION_CONTEXT
                .get()
                .remotePeer()
                .tlsCertificates()
                .flatMap(PeerCertificate::first);
    }

    @Override
    public void close() {
        health.enterTerminalState();
        deadlines.shutdown();
    }
}
