package id.sidik.bridge;

import com.google.protobuf.Timestamp;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.Registered;
import id.sidik.eligibility.v1.Undetermined;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RoleTable;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gate over real mutual TLS that answers what the test wants, and remembers what it was asked. */
public final class FakeGate implements AutoCloseable {
    /** As long as a real one. */
    public static final String RECEIPT = "eyJ".repeat(250);

    public final List<CheckEligibilityRequest> checks = new CopyOnWriteArrayList<>();
    public final List<RegisterMemberRequest> registrations = new CopyOnWriteArrayList<>();

    /** What the next calls fail with, in order; after that they succeed. */
    public final Queue<StatusRuntimeException> failures = new ConcurrentLinkedQueue<>();

    /** What the next checks come to, in order; after that they are Undetermined. */
    public final Queue<CheckEligibilityResponse> decisions = new ConcurrentLinkedQueue<>();

    private final Path data;
    private final RpcServer server;
    private final RunFile runFile;
    private final Queue<ManagedChannel> channels = new ArrayDeque<>();
    private boolean closed;

    private FakeGate(Path data, Optional<BindableService> service) throws IOException {
        this.data = data;
        LocalAuthority.establish(data.resolve("trust"), InstantSource.system());
        this.server = RpcServer.start(
                new HostPort("127.0.0.1", 0),
                TrustMaterial.load(data.resolve("trust"), Role.ELIGIBILITY, InstantSource.system()),
                RoleTable.builder()
                        .allow(EligibilityServiceGrpc.getServiceDescriptor(), EnumSet.allOf(Role.class))
                        .build(),
                1 << 20,
                List.of(service.orElseGet(Answers::new)));
        server.serving(true);
        this.runFile = RunFile.publish(data, "eligibility", server.address(), Map.of());
    }

    public static FakeGate start(Path data) throws IOException {
        return new FakeGate(data, Optional.empty());
    }

    /** A gate that answers as the service does. */
    public static FakeGate start(Path data, BindableService service) throws IOException {
        return new FakeGate(data, Optional.of(service));
    }

    /** The data folder that it serves. */
    public Path data() {
        return data;
    }

    public HostPort address() {
        return server.address();
    }

    /** A channel with the certificate of a bridge. */
    public ManagedChannel channel() {
        ManagedChannel channel = Channels.open(
                server.address(),
                TrustMaterial.load(data.resolve("trust"), Role.BRIDGE, InstantSource.system()),
                Role.ELIGIBILITY,
                Duration.ofMinutes(1));
        channels.add(channel);
        return channel;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        channels.forEach(ManagedChannel::shutdownNow);
        runFile.close();
        server.close();
    }

    private final class Answers extends EligibilityServiceGrpc.EligibilityServiceImplBase {
        @Override
        public void checkEligibility(
                CheckEligibilityRequest request, StreamObserver<CheckEligibilityResponse> response) {
            checks.add(request);
            CheckEligibilityResponse decision = decisions.poll();
            if (decision != null) {
                answer(response, decision);
                return;
            }
            answer(
                    response,
                    CheckEligibilityResponse.newBuilder()
                            .setDecisionId("decision-1")
                            .setUndetermined(Undetermined.newBuilder()
                                    .setCause(request.getCaptureFault().name()))
                            .setReceipt(RECEIPT)
                            .setDecidedAt(Timestamp.newBuilder().setSeconds(1))
                            .build());
        }

        @Override
        public void registerMember(RegisterMemberRequest request, StreamObserver<RegisterMemberResponse> response) {
            registrations.add(request);
            answer(
                    response,
                    RegisterMemberResponse.newBuilder()
                            .setRegistered(Registered.getDefaultInstance())
                            .build());
        }

        private <T> void answer(StreamObserver<T> response, T message) {
            StatusRuntimeException failure = failures.poll();
            if (failure != null) {
                response.onError(failure);
                return;
            }
            response.onNext(message);
            response.onCompleted();
        }
    }
}
