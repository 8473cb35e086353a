package id.sidik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Sample;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whatever is captured, fails or is sent to the bridge by somebody hostile: all that it writes, at the lowest levels, is searched. */
class LogPrivacyTest {
    private static final String NID = TestCounter.NID;
    private static final int NEEDLE_BYTES = 12;

    @TempDir
    Path data;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream formerErr = System.err;
    private final PrintStream formerOut = System.out;
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<String, Level> formerLevels = Map.of(
            "ROOT", loggers.getLogger("ROOT").getLevel(),
            "id.sidik", loggers.getLogger("id.sidik").getLevel());
    private FakeGate gate;
    private ScannerEmulator scanner;
    private int captures;

    @BeforeEach
    void open() throws IOException {
        PrintStream all = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setErr(all);
        System.setOut(all);
        formerLevels.keySet().forEach(name -> loggers.getLogger(name).setLevel(Level.TRACE));
        LogManager.getLogManager().reset();
        LogManager.getLogManager().getLogger("").addHandler(new ConsoleHandler()); // it keeps the stream of its birth
        gate = FakeGate.start(data);
        scanner = new ScannerEmulator(
                data.resolve("run").resolve("virtual-scanner"), ScannerProfile.ZFM_20, 0, new SplittableRandom(1));
        scanner.plug();
    }

    @AfterEach
    void close() {
        scanner.close();
        gate.close();
        System.setErr(formerErr);
        System.setOut(formerOut);
        formerLevels.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
        LogManager.getLogManager().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "template"})
    void writesNothingOfAPersonWhateverHappens(String send) throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(
                new AppArguments(data, Optional.empty(), Optional.empty()),
                Map.of(
                        "SIDIK_BRIDGE_LISTEN", "127.0.0.1:0",
                        "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0",
                        "SIDIK_BRIDGE_SEND", send,
                        "SIDIK_BRIDGE_GATE_DEADLINE", "PT20S",
                        "SIDIK_BRIDGE_FINGER_TIMEOUT", "PT2S"),
                InstantSource.system())) {
            ManagedChannel channel = Channels.open(
                    bridge.address(),
                    TrustMaterial.load(data.resolve("trust"), Role.OPERATOR, InstantSource.system()),
                    Role.BRIDGE,
                    Duration.ofMinutes(5));
            try {
                captureWithEveryFault(channel);
                captureWhileTheGateFails(channel);
                sendHostileCalls(channel);
                sendHostileRequests(bridge);
            } finally {
                channel.shutdownNow();
            }
        }

        List<Sample> sent = gate.checks.stream()
                .flatMap(check -> check.getSamplesList().stream())
                .toList();
        assertThat(sent).hasSizeGreaterThan(3);
        String log = written.toString(StandardCharsets.ISO_8859_1);
        assertThat(log).contains("BridgeProcess", "the gate did not take a check");
        assertThat(needlesIn(log, sent)).isEmpty();
    }

    /** The search below finds what it looks for, in every form that it looks for. */
    @Test
    void findsBytesInEveryForm() {
        byte[] bytes = IntStream.range(0, 4_000)
                .collect(
                        ByteArrayOutputStream::new,
                        (stream, i) -> stream.write(i * 31 + i / 7),
                        (one, other) -> one.writeBytes(other.toByteArray()))
                .toByteArray();
        for (String form : List.of(
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Arrays.toString(bytes),
                new String(bytes, StandardCharsets.ISO_8859_1))) {
            assertThat(needles(bytes)).anyMatch(form::contains);
        }
        assertThat(needlesIn("nothing at all", List.of())).isEmpty();
        assertThat(needlesIn("number " + NID, List.of())).isNotEmpty();
        assertThat(needlesIn("6669" + HexFormat.of().formatHex(NID.getBytes(StandardCharsets.US_ASCII)), List.of()))
                .isNotEmpty();
    }

    private void captureWithEveryFault(ManagedChannel channel) throws IOException {
        for (SensorFault fault : ScannerEmulator.faultsOf(ScannerProfile.ZFM_20)) {
            scanner.fault(fault);
            check(channel, NID, "capture-" + ++captures);
            scanner.fault(SensorFault.NONE);
            scanner.plug();
            scanner.liftFinger();
        }
        check(channel, NID, "capture-" + ++captures);
    }

    private void captureWhileTheGateFails(ManagedChannel channel) {
        for (Status.Code code : List.of(
                Status.Code.UNAVAILABLE, Status.Code.INTERNAL, Status.Code.INVALID_ARGUMENT, Status.Code.UNKNOWN)) {
            gate.failures.add(RpcError.of(code, "REASON", "about " + NID + ", who came today"));
            gate.failures.add(RpcError.of(code, "REASON", "about " + NID + ", who came today"));
            check(channel, NID, "capture-" + ++captures);
            gate.failures.clear();
        }
    }

    private void sendHostileCalls(ManagedChannel channel) {
        check(channel, NID + "0", "capture-nid");
        check(channel, "9" + NID, "capture-nid-2");
        check(channel, NID, NID + "\n" + NID);
        check(channel, NID.substring(0, 15) + "x", "capture-nid-3");
    }

    private static void sendHostileRequests(BridgeProcess bridge) throws IOException {
        int port = bridge.kioskAddress().port();
        String host = "Host: 127.0.0.1:" + port + "\r\nOrigin: http://127.0.0.1:" + port + "\r\n";
        for (String body : List.of(
                "{\"nid\":\"" + NID + "\",\"purpose\":\"" + NID + "\"}",
                "{\"nid\":" + NID + ",\"purpose\":7}",
                "{\"nid\":\"" + NID + "\",\"" + NID + "\":1}",
                "{\"nid\":\"" + NID,
                NID,
                "{\"nid\":\"" + NID.repeat(2_000) + "\"}")) {
            raw(
                    port,
                    "POST /api/checks HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);
        }
        raw(port, "GET /" + NID + " HTTP/1.1\r\n" + host + "\r\n");
        raw(port, "GET /api/setting?nid=" + NID + " HTTP/1.1\r\n" + host + NID + ": " + NID + "\r\n\r\n");
        raw(port, NID + " / HTTP/9\r\n" + host + "\r\n");
        raw(port, "POST /api/checks HTTP/1.1\r\n" + host + "Content-Length: " + NID + "\r\n\r\n" + NID);
    }

    /** Whatever comes back. */
    private static void raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException cutOff) {
            assertThat(cutOff).hasMessageNotContaining(NID); // a server may hang up on such a caller
        }
    }

    private void check(ManagedChannel channel, String nid, String key) {
        try {
            BridgeServiceGrpc.newBlockingStub(channel)
                    .check(CheckRequest.newBuilder()
                            .setIdempotencyKey(key)
                            .setNid(nid)
                            .setPurpose(Purpose.HOSPITAL_ADMISSION)
                            .setFinger(FingerPosition.RIGHT_INDEX)
                            .build())
                    .forEachRemaining(this::follow);
        } catch (StatusRuntimeException refused) {
            assertThat(refused.getStatus().getCode()).isNotEqualTo(Status.Code.OK);
        }
        scanner.liftFinger();
    }

    private void follow(JourneyStep step) {
        switch (step.getPrompt().getGuidance()) {
            case LIFT_FINGER -> scanner.liftFinger();
            case PLACE_FINGER, TRY_AGAIN, PRESS_HARDER ->
                scanner.layFinger(SyntheticFinger.of(7_400 + captures).impression(1));
            default -> {}
        }
    }

    private static List<String> needlesIn(String log, List<Sample> samples) {
        List<String> needles = new ArrayList<>(List.of(
                NID,
                HexFormat.of().formatHex(NID.getBytes(StandardCharsets.US_ASCII)),
                Base64.getEncoder()
                        .encodeToString(NID.getBytes(StandardCharsets.US_ASCII))
                        .substring(0, 20)));
        samples.forEach(sample -> needles.addAll(
                needles((sample.hasRaw() ? sample.getRaw().getPixels() : content(sample)).toByteArray())));
        return needles.stream().filter(log::contains).collect(Collectors.toList());
    }

    private static ByteString content(Sample sample) {
        return sample.getTemplate().getContent();
    }

    /** Pieces of the bytes as a careless line could hold them; pieces of one colour say nothing. */
    private static List<String> needles(byte[] bytes) {
        List<String> needles = new ArrayList<>();
        for (int at = 0; at + NEEDLE_BYTES + 3 <= bytes.length; at += Math.max(1, bytes.length / 200)) {
            byte[] piece = Arrays.copyOfRange(bytes, at, at + NEEDLE_BYTES);
            if (IntStream.range(0, piece.length).map(i -> piece[i]).distinct().count() < 6) {
                continue;
            }
            needles.add(HexFormat.of().formatHex(piece));
            needles.add(HexFormat.of().withUpperCase().formatHex(piece));
            needles.add(IntStream.range(0, piece.length)
                    .mapToObj(i -> Integer.toString(piece[i]))
                    .collect(Collectors.joining(", ")));
            needles.add(new String(piece, StandardCharsets.ISO_8859_1));
            int aligned = at - at % 3;
            needles.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, aligned, aligned + NEEDLE_BYTES)));
        }
        return needles;
    }
}
