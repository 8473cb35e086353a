package id.sidik.bridge.facade.secugen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of a call. Clients send them as a form, often without saying so, as JSON, or in the query, and do not agree on capitals; what
 * a field of ours is not is passed over.
 */
record SgForm(Map<String, String> fields) {
    static final int BYTES_MAX = 32 * 1_024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIELDS_MAX = 32;
    private static final int DEFAULT_TIMEOUT_MILLIS = 10_000;
    private static final int TIMEOUT_MILLIS_MAX = 300_000;

    SgForm {
        fields = Map.copyOf(fields);
    }

    /** Reads a body, or a query. Throws {@link SgRefusedException} with INVALID_PARAM. */
    static SgForm parse(String text) {
        if (text.length() > BYTES_MAX) {
            throw new SgRefusedException(SgError.INVALID_PARAM);
        }
        return new SgForm(text.strip().startsWith("{") ? ofJson(text) : ofForm(text));
    }

    /** How long to wait for a finger, in milliseconds, 1 to {@value #TIMEOUT_MILLIS_MAX}. */
    int timeoutMillis() {
        int millis = number("timeout", DEFAULT_TIMEOUT_MILLIS);
        if (millis < 1) {
            throw new SgRefusedException(SgError.INVALID_PARAM);
        }
        return Math.min(millis, TIMEOUT_MILLIS_MAX);
    }

    /** 0 to 100. */
    int quality() {
        int quality = number("quality", 0);
        if (quality > 100) {
            throw new SgRefusedException(SgError.INVALID_PARAM);
        }
        return quality;
    }

    /** Whether templates are those of ANSI 378; of ISO/IEC 19794-2 otherwise. */
    boolean isAnsi() {
        return switch (text("templateformat").toUpperCase(Locale.ROOT)) {
            case "ANSI" -> true;
            case "ISO", "" -> false;
            default -> throw new SgRefusedException(SgError.TEMPLATE_FORMAT);
        };
    }

    /** Empty where there is none. */
    String text(String lowerCaseName) {
        return fields.getOrDefault(lowerCaseName, "");
    }

    private int number(String name, int otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,7}")) {
            throw new SgRefusedException(SgError.INVALID_PARAM);
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> ofJson(String text) {
        Map<String, String> fields = new TreeMap<>();
        try {
            JsonNode root = JSON.readTree(text);
            root.properties().stream()
                    .limit(FIELDS_MAX)
                    .filter(entry -> entry.getValue().isValueNode())
                    .forEach(entry -> fields.put(
                            entry.getKey().toLowerCase(Locale.ROOT),
                            entry.getValue().asText()));
        } catch (IOException e) {
            throw new SgRefusedException(SgError.INVALID_PARAM, e);
        }
        return fields;
    }

    private static Map<String, String> ofForm(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : text.split("&", FIELDS_MAX)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                        decoded(pair.substring(equals + 1)).strip());
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SgRefusedException(SgError.INVALID_PARAM, e);
        }
    }
}
