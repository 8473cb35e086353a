package id.sidik.benchmarks.load;

import id.sidik.benchmarks.processes.ServiceChild;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A matcher and a gate on one data folder, in processes of their own, as {@code ./sidik up} would run them on this box. */
public final class GateBox implements AutoCloseable {
    private static final List<String> JVM_OPTIONS =
            List.of("--add-modules=jdk.incubator.vector", "-Xmx1g", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");

    /** Whatever else runs on this box goes on. */
    private static final Map<String, String> FREE_PORTS = Map.of(
            "SIDIK_MATCHER_LISTEN", "127.0.0.1:0",
            "SIDIK_ELIGIBILITY_LISTEN", "127.0.0.1:0",
            "SIDIK_ELIGIBILITY_REST_LISTEN", "127.0.0.1:0",
            "SIDIK_ELIGIBILITY_OFFICE_LISTEN", "127.0.0.1:0",
            "SIDIK_ELIGIBILITY_DOOR_LISTEN", "127.0.0.1:0");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private final String classPath;
    private final List<String> gateOptions;
    private final List<ManagedChannel> open = new ArrayList<>();
    private final ServiceChild matcher;
    private ServiceChild gate;

    private GateBox(Path data, String classPath, List<String> gateOptions) throws IOException, InterruptedException {
        this.data = data;
        this.classPath = classPath;
        this.gateOptions = gateOptions;
        this.matcher = start(ServiceChild.Service.MATCHER, List.of());
        try {
            this.gate = start(ServiceChild.Service.ELIGIBILITY, gateOptions);
        } catch (IOException | InterruptedException | RuntimeException e) {
            matcher.close();
            throw e;
        }
    }

    /**
     * Returns when both serve.
     *
     * @param data an empty folder
     * @param classPath that holds both
     * @param gateOptions further options of the gate's virtual machine, for example for a flight recording
     */
    public static GateBox start(Path data, String classPath, List<String> gateOptions)
            throws IOException, InterruptedException {
        return new GateBox(data, classPath, gateOptions);
    }

    private ServiceChild start(ServiceChild.Service service, List<String> more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(more);
        return ServiceChild.start(service, data, classPath, options, FREE_PORTS);
    }

    /** The gate, as somebody of a role. */
    public EligibilityServiceBlockingStub as(Role role) {
        return EligibilityServiceGrpc.newBlockingStub(channel(role));
    }

    /** So many counters, each with a connection of its own. */
    public List<ManagedChannel> counters(int count) {
        List<ManagedChannel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(channel(Role.BRIDGE));
        }
        return channels;
    }

    private ManagedChannel channel(Role role) {
        TrustMaterial own = TrustMaterial.load(data.resolve("trust"), role, InstantSource.system());
        ManagedChannel channel = Channels.open(gate.address(), own, Role.ELIGIBILITY, PATIENCE);
        open.add(channel);
        return channel;
    }

    /** Kills the gate without warning and starts it again: what it knows now, it read from its disk. */
    void killAndRestartGate() throws IOException, InterruptedException {
        hangUp();
        gate.close();
        gate = start(ServiceChild.Service.ELIGIBILITY, gateOptions);
    }

    private void hangUp() {
        open.forEach(ManagedChannel::shutdownNow);
        open.clear();
    }

    /** Kills both, and returns when they are gone: their folder may be removed then. */
    @Override
    public void close() {
        hangUp();
        gate.close();
        matcher.close();
    }
}
