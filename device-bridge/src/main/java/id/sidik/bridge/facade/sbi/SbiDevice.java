package id.sidik.bridge.facade.sbi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.session.CaptureOutcome;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.CaptureStep;
import id.sidik.bridge.session.Impression;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.engine.image.FingerImageRecordWriter;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/**
 * The scanner as a device of SBI 0.9.5, certification L0: what it is, how it is, and captures, signed and for CAPTURE encrypted. Every
 * question has an answer in JSON; what goes wrong is an error in it.
 */
public final class SbiDevice {
    private static final String SPEC_VERSION = "0.9.5";
    private static final String SERVICE_VERSION = "0.9.5";
    /** Fingers of either hand. */
    private static final String ANY_FINGER = "0";

    private static final Duration LOOK_MAX = Duration.ofSeconds(2);
    private static final int ATTEMPTS_MAX = 3;
    /** The device hands on the best frame that it has, even one below the requested score; the centre decides. */
    private static final int MINIMUM_QUALITY = 0;

    private static final int FRAMES_MAX = 3;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SbiProfile profile;
    private final CaptureRunner captures;
    private final DeviceSigner signer;
    private final DomainCertificates domains;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final FrameBoard board = new FrameBoard();

    public SbiDevice(
            SbiProfile profile,
            CaptureRunner captures,
            DeviceSigner signer,
            DomainCertificates domains,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.profile = profile;
        this.captures = captures;
        this.signer = signer;
        this.domains = domains;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    private record Status(String word, SbiError error) {}

    private record Sealed(ObjectNode block, String hash) {}

    /** Answers MOSIPDISC. */
    String discovery(byte[] body, String callback) {
        ArrayNode answer = JSON.arrayNode();
        try {
            switch (CaptureCall.discoveredType(body)) {
                case "Finger", "Biometric Device" -> {
                    Status status = status();
                    ObjectNode device = describe(status, callback);
                    device.put("digitalId", base64(digitalId()));
                    device.set("error", errorOf(status.error()));
                    answer.add(device);
                }
                case "Iris", "Face" -> answer.addObject().set("error", errorOf(SbiError.DEVICE_NOT_FOUND));
                default -> answer.addObject().set("error", errorOf(SbiError.REQUEST_UNREADABLE));
            }
        } catch (SbiRefusedException refused) {
            answer.addObject().set("error", errorOf(refused.error()));
        }
        return answer.toString();
    }

    /** Answers MOSIPDINFO. */
    String info(String callback) {
        ObjectNode answer = JSON.objectNode();
        Status status = status();
        try {
            ObjectNode device = describe(status, callback);
            device.put("firmware", SERVICE_VERSION);
            device.put("env", profile.isRegistered() ? profile.env() : "None");
            if (profile.isRegistered()) {
                device.put("digitalId", signer.sign(digitalId()));
                answer.put("deviceInfo", signer.sign(device.toString()));
            } else {
                device.put("digitalId", base64(digitalId()));
                answer.put("deviceInfo", base64(device.toString()));
            }
            answer.set("error", errorOf(status.error()));
        } catch (SbiRefusedException refused) {
            answer.put("deviceInfo", "").set("error", errorOf(refused.error()));
        }
        return JSON.arrayNode().add(answer).toString();
    }

    /** Answers CAPTURE (for {@link Purpose#AUTH}) and RCAPTURE. Blocks while the person is asked for fingers. */
    String capture(Purpose verb, byte[] body) {
        ArrayNode blocks = JSON.arrayNode();
        try {
            CaptureCall call = CaptureCall.parse(body);
            requireServed(verb, call);
            Optional<X509Certificate> domain =
                    verb == Purpose.AUTH ? Optional.of(domains.of(call.domainUri())) : Optional.empty();
            String digitalId = signer.sign(digitalId());
            String previous = call.previousHash();
            for (Impression impression : impressions(call)) {
                Sealed sealed = seal(call, impression, digitalId, previous, domain);
                blocks.add(sealed.block());
                previous = sealed.hash();
            }
        } catch (SbiRefusedException refused) {
            blocks.removeAll().add(refusal(refused.error()));
        } catch (ScannerBusyException busy) {
            blocks.removeAll().add(refusal(SbiError.BUSY));
        }
        ObjectNode answer = JSON.objectNode();
        answer.set("biometrics", blocks);
        return answer.toString();
    }

    /** What captures show, unless this device may not be watched. */
    Optional<FrameBoard> frames(byte[] body) {
        return profile.purpose() == Purpose.REGISTRATION && CaptureCall.isOf(body, profile.serialNo())
                ? Optional.of(board)
                : Optional.empty();
    }

    private void requireServed(Purpose verb, CaptureCall call) {
        if (!profile.isRegistered()) {
            throw new SbiRefusedException(SbiError.NOT_REGISTERED);
        }
        if (verb != profile.purpose() || call.purpose() != verb) {
            throw new SbiRefusedException(SbiError.PURPOSE_NOT_SERVED);
        }
        if (!call.env().equals(profile.env())) {
            throw new SbiRefusedException(SbiError.ENVIRONMENT_DIFFERS);
        }
        if (!call.deviceId().equals(profile.serialNo())) {
            throw new SbiRefusedException(SbiError.DEVICE_NOT_FOUND);
        }
    }

    private List<Impression> impressions(CaptureCall call) {
        if (call.fingers().isEmpty()) {
            throw new SbiRefusedException(SbiError.COUNT_NOT_SUPPORTED);
        }
        Duration shortest = Duration.ofSeconds(1);
        CapturePlan plan = new CapturePlan(
                call.fingers(),
                ATTEMPTS_MAX,
                call.timeout().compareTo(shortest) < 0 ? shortest : call.timeout(),
                MINIMUM_QUALITY,
                FRAMES_MAX,
                profile.purpose() == Purpose.REGISTRATION,
                List.of());
        try {
            return switch (captures.capture(plan, Deadline.after(call.timeout(), nanoTime), this::show)) {
                case CaptureOutcome.Completed(List<Impression> impressions) -> impressions;
                case CaptureOutcome.Failed(var fault, var _) -> throw new SbiRefusedException(errorOf(fault));
            };
        } finally {
            board.clear();
        }
    }

    private void show(CaptureStep step) {
        switch (step) {
            case CaptureStep.Frame(var image) -> board.show(image, 0);
            case CaptureStep.Captured(var impression, int _) ->
                board.show(impression.image(), impression.quality().score());
            case CaptureStep.Prompt _, CaptureStep.Transfer _, CaptureStep.Failed _ -> {}
        }
    }

    private Sealed seal(
            CaptureCall call,
            Impression impression,
            String digitalId,
            String previousHash,
            Optional<X509Certificate> domain) {
        Instant now = clock.instant();
        String timestamp = TIMESTAMP.format(now);
        byte[] record = FingerImageRecordWriter.iso2011(
                impression.image(),
                impression.finger().isoNumber(),
                now,
                impression.quality().score());
        ObjectNode block = JSON.objectNode().put("specVersion", SPEC_VERSION);
        ObjectNode data = JSON.objectNode()
                .put("digitalId", digitalId)
                .put("deviceCode", profile.deviceCode())
                .put("deviceServiceVersion", SERVICE_VERSION)
                .put("bioType", "Finger")
                .put("bioSubType", BioSubType.of(impression.finger()))
                .put("purpose", profile.purpose().word())
                .put("env", profile.env())
                .put("transactionId", call.transactionId())
                .put("timestamp", timestamp)
                .put("requestedScore", call.requestedScore())
                .put("qualityScore", Integer.toString(impression.quality().score()));
        if (domain.isPresent()) {
            SecretKey sessionKey = BioBlock.newSessionKey();
            data.put("domainUri", call.domainUri().orElse(""))
                    .put("bioValue", BioBlock.encrypt(record, sessionKey, timestamp, call.transactionId()));
            block.put("sessionKey", BioBlock.wrap(sessionKey, domain.get()))
                    .put("thumbprint", BioBlock.thumbprint(domain.get()));
        } else {
            data.put("bioValue", BioBlock.base64(record));
        }
        String hash = BioBlock.hash(previousHash, record);
        block.put("data", signer.sign(data.toString())).put("hash", hash).set("error", errorOf(SbiError.SUCCESS));
        return new Sealed(block, hash);
    }

    private Status status() {
        if (!profile.isRegistered()) {
            return new Status("Not Registered", SbiError.NOT_REGISTERED);
        }
        return switch (captures.readiness(Deadline.after(LOOK_MAX, nanoTime))) {
            case Readiness.Ready _ -> new Status("Ready", SbiError.SUCCESS);
            case Readiness.Busy _ -> new Status("Busy", SbiError.BUSY);
            case DeviceFault fault ->
                new Status(
                        "Not Ready",
                        fault.kind() == DeviceFault.Kind.ABSENT || fault.isUnplugged()
                                ? SbiError.NOT_CONNECTED
                                : SbiError.NOT_READY);
        };
    }

    private ObjectNode describe(Status status, String callback) {
        ObjectNode device = JSON.objectNode()
                .put("deviceId", profile.serialNo())
                .put("deviceStatus", status.word())
                .put("certification", "L0")
                .put("serviceVersion", SERVICE_VERSION)
                .put("callbackId", callback)
                .put("deviceCode", profile.deviceCode())
                .put("purpose", profile.isRegistered() ? profile.purpose().word() : "");
        device.putArray("deviceSubId").add(ANY_FINGER);
        device.putArray("specVersion").add(SPEC_VERSION);
        return device;
    }

    private String digitalId() {
        return JSON.objectNode()
                .put("serialNo", profile.serialNo())
                .put("make", profile.make())
                .put("model", profile.model())
                .put("type", "Finger")
                .put("deviceSubType", "Single")
                .put("deviceProvider", profile.provider())
                .put("deviceProviderId", profile.providerId())
                .put("dateTime", TIMESTAMP.format(clock.instant()))
                .toString();
    }

    private static SbiError errorOf(CaptureFault fault) {
        return switch (fault) {
            case SCANNER_UNPLUGGED -> SbiError.NOT_CONNECTED;
            case SCANNER_FAULT -> SbiError.NOT_READY;
            case FINGER_TIMEOUT -> SbiError.NO_BIOMETRIC_OBJECT;
            case QUALITY_TOO_LOW -> SbiError.EXTRACTION;
            case WRONG_FINGER -> SbiError.WRONG_FINGER;
        };
    }

    static ObjectNode errorOf(SbiError error) {
        return JSON.objectNode().put("errorCode", error.code()).put("errorInfo", error.info());
    }

    private static ObjectNode refusal(SbiError error) {
        ObjectNode block = JSON.objectNode()
                .put("specVersion", SPEC_VERSION)
                .put("data", "")
                .put("hash", "");
        block.set("error", errorOf(error));
        return block;
    }

    private static String base64(String json) {
        return BioBlock.base64(json.getBytes(StandardCharsets.UTF_8));
    }
}
