package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.MemberServiceGrpc;
import id.sidik.eligibility.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A gate in this JVM and a matcher in its own, which can be killed, over mutual TLS in one data folder. */
final class Appliance implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration CALL_PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path config;
    private final Map<Role, ManagedChannel> channels = new EnumMap<>(Role.class);
    private @Nullable Process matcher;
    private EligibilityProcess gate;

    private Appliance(Path data) {
        this.data = data;
        LocalAuthority.establish(trust(), InstantSource.system());
        config = data.resolve("test.yaml");
        try {
            Files.writeString(config, """
                    matcher:
                      listen: 127.0.0.1:0
                      partitions: 4
                    eligibility:
                      listen: 127.0.0.1:0
                      rest-listen: 127.0.0.1:0
                      office-listen: 127.0.0.1:0
                      door-listen: 127.0.0.1:0
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gate = startGate();
    }

    /** Starts the gate first, so that every test also shows that it waits for its matcher. */
    static Appliance start(Path data) {
        Appliance appliance = new Appliance(data);
        appliance.startMatcher();
        return appliance;
    }

    static Appliance startWithoutMatcher(Path data) {
        return new Appliance(data);
    }

    private EligibilityProcess startGate() {
        try {
            return EligibilityProcess.start(
                    new AppArguments(data, Optional.empty(), Optional.of(config)), Map.of(), InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startMatcher() {
        try {
            Path log = data.resolve("matcher.log");
            matcher = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--add-modules=jdk.incubator.vector",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "id.sidik.matcher.Main",
                            "--data",
                            data.toString(),
                            "--config",
                            config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waitUntil("the matcher serves; see its log in the data folder", this::matcherServes);
    }

    private boolean matcherServes() {
        Process process = Objects.requireNonNull(matcher);
        assertThat(process.isAlive())
                .as("the matcher runs: %s", data.resolve("matcher.log"))
                .isTrue();
        Optional<HostPort> address = RunFile.read(data, "matcher")
                .filter(entries -> entries.getOrDefault("pid", "").equals(Long.toString(process.pid())))
                .flatMap(_ -> RunFile.addressOf(data, "matcher"));
        return address.isPresent() && serves(address.get());
    }

    private boolean serves(HostPort address) {
        ManagedChannel channel =
                Channels.open(address, material(Role.ELIGIBILITY), Role.MATCHER, Duration.ofSeconds(5));
        try {
            return MatcherServiceGrpc.newBlockingStub(channel)
                            .galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getState()
                    == GalleryState.SERVING;
        } catch (StatusRuntimeException notYet) {
            return false;
        } finally {
            channel.shutdownNow();
        }
    }

    /** As a power cut would: no handler runs. */
    void killMatcher() throws InterruptedException {
        Process process = Objects.requireNonNull(matcher);
        process.destroyForcibly();
        assertThat(process.waitFor(START_PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    /** Ends the gate in order and starts it again on the same books. */
    void restartGate() {
        closeChannels();
        gate.close();
        gate = startGate();
    }

    HostPort address() {
        return gate.address();
    }

    /** Where REST is spoken, as the run file says. */
    URI rest() {
        return URI.create(
                RunFile.read(data, EligibilityProcess.NAME).orElseThrow().get("rest"));
    }

    Path trust() {
        return data.resolve("trust");
    }

    EligibilityServiceBlockingStub as(Role role) {
        return EligibilityServiceGrpc.newBlockingStub(channel(role));
    }

    private ManagedChannel channel(Role role) {
        return channels.computeIfAbsent(
                role, caller -> Channels.open(address(), material(caller), Role.ELIGIBILITY, CALL_PATIENCE));
    }

    /** Members' files, for an operator. */
    MemberServiceBlockingStub members() {
        return MemberServiceGrpc.newBlockingStub(channel(Role.OPERATOR));
    }

    EligibilityServiceBlockingStub operator() {
        return as(Role.OPERATOR);
    }

    HttpClient http(Role role) {
        return HttpClient.newBuilder()
                .sslContext(TlsContexts.jdkClient(material(role), Role.ELIGIBILITY))
                .build();
    }

    TrustMaterial material(Role role) {
        return TrustMaterial.load(trust(), role, InstantSource.system());
    }

    /** One impression of a finger of FVC2002 DB1 B, which lies beside the checkout. */
    static Sample print(int finger, int impression) {
        return Sample.newBuilder()
                .setEncoded(EncodedImage.newBuilder()
                        .setContent(ByteString.copyFrom(printFile(finger, impression)))
                        .setDpi(500))
                .build();
    }

    static byte[] printFile(int finger, int impression) {
        Path file = printFolder().resolve(finger + "_" + impression + ".tif");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("This test needs the fingerprint image " + file + " beside the checkout", e);
        }
    }

    static Path printFolder() {
        return Path.of(System.getProperty("sidik.shared", "../shared"))
                .resolve("fingerprints/fvc2002-db1_b")
                .normalize();
    }

    static RegisterMemberRequest registration(String key, String nid, String name, Sample print) {
        return RegisterMemberRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setFullName(name)
                .setSegment(Segment.WAGE_EARNER)
                .addSamples(print)
                .setBiometricConsent(true)
                .build();
    }

    static CheckEligibilityRequest check(String key, String nid, Sample print) {
        Instant now = InstantSource.system().instant();
        return CheckEligibilityRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(nid)
                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                .setFacilityId("RSUD-01")
                .addSamples(print)
                .setCapturedAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .build();
    }

    /** Polls: the two processes have no other way to tell this one. */
    static void waitUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: %s", what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void closeChannels() {
        channels.values().forEach(ManagedChannel::shutdownNow);
        channels.clear();
    }

    @Override
    public void close() {
        closeChannels();
        gate.close();
        if (matcher != null) {
            matcher.destroy();
            matcher.onExit().orTimeout(1, TimeUnit.MINUTES).join(); // it writes into the folder that the test deletes
        }
    }
}
