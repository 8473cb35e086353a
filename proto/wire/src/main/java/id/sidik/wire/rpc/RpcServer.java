package id.sidik.wire.rpc;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.trust.RenewableTrust;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A grpc-netty server as we mean it: mutual TLS, roles, deadlines, size limits, health and reflection. It starts NOT_SERVING; whoever
 * owns it says when it serves.
 */
public final class RpcServer implements AutoCloseable {
    private static final int METADATA_BYTES_MAX = 16 * 1024;
    private static final int CALLS_PER_CONNECTION_MAX = 256;
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLIENT_PING_MIN = Duration.ofSeconds(10);
    /**
     * Calls that one connection may cancel in {@link #RESET_WINDOW}: more is a rapid-reset flood and ends the connection
     * (CVE-2023-44487). On a bad day all calls of a busy connection run out of time at once, and again when they are repeated; that is
     * no flood, and must not cost the next caller on it hers.
     */
    private static final int RESETS_MAX = 4 * CALLS_PER_CONNECTION_MAX;

    private static final Duration RESET_WINDOW = Duration.ofSeconds(10);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);

    private final Server server;
    private final HealthStatusManager health;
    private final HostPort address;
    private final ExecutorService calls;

    private RpcServer(Server server, HealthStatusManager health, HostPort address, ExecutorService calls) {
        this.server = server;
        this.health = health;
        this.address = address;
        this.calls = calls;
    }

    /**
     * Listens and answers. Calls run on virtual threads: a handler may wait, and must hand work for the processor to its own pool.
     *
     * @param messageBytesMax the largest request
     * @throws IllegalStateException when a method of the services has no entry in the table
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer start(
            HostPort listen, TrustMaterial own, RoleTable roles, int messageBytesMax, List<BindableService> services)
            throws IOException {
        return start(listen, own, served -> new RoleGuard(roles, served), messageBytesMax, services);
    }

    /**
     * The same, with a certificate that is renewed while it serves.
     *
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer start(
            HostPort listen, RenewableTrust own, RoleTable roles, int messageBytesMax, List<BindableService> services)
            throws IOException {
        return start(
                listen,
                TlsContexts.nettyServer(own),
                served -> new RoleGuard(roles, served),
                messageBytesMax,
                services);
    }

    /**
     * As above, with a guard of the owner's.
     *
     * @param guard gets everything that is served, health and reflection included, and says who may call what
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer start(
            HostPort listen,
            TrustMaterial own,
            Function<List<ServiceDescriptor>, ServerInterceptor> guard,
            int messageBytesMax,
            List<BindableService> services)
            throws IOException {
        return start(listen, TlsContexts.nettyServer(own), guard, messageBytesMax, services);
    }

    /**
     * A door for machines that have no certificate yet: TLS proves the server alone, and only what {@code services} serves can be called,
     * neither health nor reflection. What lets a caller in there is for the services to ask.
     *
     * @param limit how many calls are worked on at once
     * @throws IOException when the address cannot be listened on
     */
    public static RpcServer startDoor(
            HostPort listen, TrustMaterial own, CallLimit limit, int messageBytesMax, List<BindableService> services)
            throws IOException {
        Set<String> open = services.stream()
                .map(service -> service.bindService().getServiceDescriptor().getName())
                .collect(Collectors.toUnmodifiableSet());
        return start(
                listen,
                TlsContexts.nettyDoor(own),
                _ -> new CallLimitGuard(limit, Set.of(), new OpenServices(open)),
                messageBytesMax,
                services);
    }

    private static RpcServer start(
            HostPort listen,
            SslContext tls,
            Function<List<ServiceDescriptor>, ServerInterceptor> guard,
            int messageBytesMax,
            List<BindableService> services)
            throws IOException {
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.NOT_SERVING);
        List<ServerServiceDefinition> definitions = Stream.concat(
                        services.stream(), Stream.of(health.getHealthService(), ProtoReflectionServiceV1.newInstance()))
                .map(BindableService::bindService)
                .toList();
        ServerInterceptor guarding = guard.apply(definitions.stream()
                .map(ServerServiceDefinition::getServiceDescriptor)
                .toList());
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        NettyServerBuilder builder = NettyServerBuilder.forAddress(listen.resolve())
                .sslContext(tls)
                .executor(calls)
                .maxInboundMessageSize(messageBytesMax)
                .maxInboundMetadataSize(METADATA_BYTES_MAX)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
                .maxRstFramesPerWindow(RESETS_MAX, Math.toIntExact(RESET_WINDOW.toSeconds()))
                .handshakeTimeout(HANDSHAKE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveTime(CLIENT_PING_MIN.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addServices(definitions)
                .intercept(new DateHeader(InstantSource.system()))
                .intercept(new DeadlineGuard())
                .intercept(guarding); // the last one added is asked first: a stranger learns nothing but that
        Server server = builder.build().start();
        return new RpcServer(server, health, listen.withPort(server.getPort()), calls);
    }

    /** Where it listens, with the port that the system chose when 0 was asked for. */
    public HostPort address() {
        return address;
    }

    /** Tells health checkers whether this server should get calls. */
    public void serving(boolean ready) {
        health.setStatus(
                HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
                ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }

    /** Takes no new calls, lets those under way end for {@link #DRAIN_TIMEOUT}, then cuts them. */
    @Override
    public void close() {
        health.enterTerminalState();
        server.shutdown();
        try {
            if (!server.awaitTermination(DRAIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                server.shutdownNow().awaitTermination(DRAIN_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        calls.shutdown();
    }
}
