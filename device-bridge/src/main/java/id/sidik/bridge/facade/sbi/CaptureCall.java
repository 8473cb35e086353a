package id.sidik.bridge.facade.sbi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sidik.engine.template.FingerPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of CAPTURE and RCAPTURE, as far as it matters here. Numbers may come as numbers or as text: the specification has both.
 *
 * @param timeout how long the person has, {@link #TIMEOUT_MAX} at most
 * @param fingers to capture, in this order, without those declared as exceptions
 * @param requestedScore as it was written, to be written back
 * @param previousHash upper-case hex, or empty: this capture begins a chain
 */
record CaptureCall(
        Purpose purpose,
        String env,
        Duration timeout,
        String transactionId,
        Optional<String> domainUri,
        String deviceId,
        List<FingerPosition> fingers,
        String requestedScore,
        String previousHash) {
    static final int BYTES_MAX = 16 * 1_024;
    static final Duration TIMEOUT_MAX = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FINGERS_MAX = 10;
    private static final int URI_CHARS_MAX = 256;
    private static final Pattern TRANSACTION_ID = Pattern.compile("[A-Za-z0-9-]{4,50}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern SCORE = Pattern.compile("100(\\.0{1,4})?|[0-9]{1,2}(\\.[0-9]{1,4})?");
    private static final Pattern HASH = Pattern.compile("([0-9A-Fa-f]{64})?");

    CaptureCall {
        fingers = List.copyOf(fingers);
    }

    /**
     * Reads the body.
     *
     * @throws SbiRefusedException for everything that is no such body, in the order in which a caller can cure it
     */
    static CaptureCall parse(byte[] body) {
        JsonNode root = object(body);
        String transactionId = text(root, "transactionId");
        if (!TRANSACTION_ID.matcher(transactionId).matches()) {
            throw new SbiRefusedException(SbiError.TRANSACTION_ID_INVALID);
        }
        Purpose purpose = Purpose.named(text(root, "purpose"))
                .orElseThrow(() -> new SbiRefusedException(SbiError.PURPOSE_NOT_SERVED));
        JsonNode bios = root.path("bio");
        if (bios.size() != 1) {
            throw new SbiRefusedException(bios.isEmpty() ? SbiError.REQUEST_UNREADABLE : SbiError.COUNT_NOT_SUPPORTED);
        }
        JsonNode bio = bios.path(0);
        if (!text(bio, "type").equals("Finger")) {
            throw new SbiRefusedException(SbiError.DEVICE_NOT_FOUND);
        }
        String uri = text(root, "domainUri");
        return new CaptureCall(
                purpose,
                text(root, "env"),
                timeout(matching(text(root, "timeout"), WHOLE)),
                transactionId,
                Optional.of(uri).filter(given -> !given.isEmpty() && given.length() <= URI_CHARS_MAX),
                text(bio, "deviceId"),
                fingers(bio),
                matching(text(bio, "requestedScore"), SCORE),
                HexFormat.of()
                        .withUpperCase()
                        .formatHex(HexFormat.of().parseHex(matching(text(bio, "previousHash"), HASH))));
    }

    /** The type that a discovery asks for. Throws as {@link #parse} does. */
    static String discoveredType(byte[] body) {
        return text(object(body), "type");
    }

    /** Whether the body names this device. Throws as {@link #parse} does. */
    static boolean isOf(byte[] body, String deviceId) {
        return text(object(body), "deviceId").equals(deviceId);
    }

    /** How long a stream runs; the longest where the body does not say. Throws as {@link #parse} does. */
    static Duration streamTimeout(byte[] body) {
        String millis = text(object(body), "timeout");
        return millis.isEmpty() ? TIMEOUT_MAX : timeout(matching(millis, WHOLE));
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode root = body.length > BYTES_MAX ? null : JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new SbiRefusedException(SbiError.REQUEST_UNREADABLE, e);
        }
        throw new SbiRefusedException(SbiError.REQUEST_UNREADABLE);
    }

    /** Text or a number; empty where there is neither. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    private static String matching(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new SbiRefusedException(SbiError.REQUEST_UNREADABLE);
        }
        return text;
    }

    private static Duration timeout(String millis) {
        Duration asked = Duration.ofMillis(Long.parseLong(millis));
        return asked.compareTo(TIMEOUT_MAX) > 0 ? TIMEOUT_MAX : asked;
    }

    private static List<FingerPosition> fingers(JsonNode bio) {
        int count = Integer.parseInt(matching(text(bio, "count"), WHOLE));
        List<FingerPosition> named = names(bio.path("bioSubType"));
        Set<FingerPosition> exceptions = EnumSet.noneOf(FingerPosition.class);
        exceptions.addAll(names(bio.path("exception")));
        List<FingerPosition> wanted = new ArrayList<>(named);
        wanted.removeAll(exceptions);
        while (wanted.size() < count && wanted.size() <= FINGERS_MAX) {
            wanted.add(FingerPosition.UNKNOWN);
        }
        if (count < 1 || count > FINGERS_MAX || wanted.size() > count) {
            throw new SbiRefusedException(SbiError.COUNT_NOT_SUPPORTED);
        }
        return wanted;
    }

    private static List<FingerPosition> names(JsonNode list) {
        if (list.size() > FINGERS_MAX) {
            throw new SbiRefusedException(SbiError.COUNT_NOT_SUPPORTED);
        }
        List<FingerPosition> fingers = new ArrayList<>();
        for (JsonNode name : list) {
            if (!name.isNull()) {
                fingers.add(BioSubType.fingerOf(name.asText())
                        .orElseThrow(() -> new SbiRefusedException(SbiError.REQUEST_UNREADABLE)));
            }
        }
        return fingers;
    }
}
