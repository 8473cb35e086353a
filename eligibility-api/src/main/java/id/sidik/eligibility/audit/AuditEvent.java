package id.sidik.eligibility.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One thing that happened, in words that name nobody.
 *
 * @param actorRole who did it, as the role of the caller's certificate
 * @param subjectHash the member concerned, as the keyed hash of the NID for audits; empty if nobody is
 * @param fields what else there is to say; 16 digits in a row are masked, whoever wrote them
 * @param micros how long each stage took, in microseconds
 */
public record AuditEvent(
        AuditEventType type,
        Instant at,
        String actorRole,
        Optional<String> subjectHash,
        Map<AuditField, String> fields,
        Map<String, Long> micros) {

    /** The longest value, in characters. */
    public static final int VALUE_CHARS_MAX = 500;

    /** The longest content, so that a bundle of the published log can hold it (C2SP tlog-tiles). */
    public static final int CONTENT_BYTES_MAX = 65_535;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NID_IN_TEXT = Pattern.compile("([0-9]{4})[0-9]{8}([0-9]{4})");

    public AuditEvent {
        Map<AuditField, String> safe = new EnumMap<>(AuditField.class);
        fields.forEach((field, value) -> safe.put(field, withoutNid(field, value)));
        fields = Collections.unmodifiableMap(safe);
        micros = Collections.unmodifiableMap(new TreeMap<>(micros));
    }

    /** An event about nobody, with nothing else to say. */
    public static AuditEvent of(AuditEventType type, Instant at, String actorRole) {
        return new AuditEvent(type, at, actorRole, Optional.empty(), Map.of(), Map.of());
    }

    /** The same event about a member. */
    public AuditEvent about(String hash) {
        return new AuditEvent(type, at, actorRole, Optional.of(hash), fields, micros);
    }

    /** The same event with one more thing said. */
    public AuditEvent with(AuditField field, String value) {
        Map<AuditField, String> more = new EnumMap<>(AuditField.class);
        more.putAll(fields);
        more.put(field, value);
        return new AuditEvent(type, at, actorRole, subjectHash, more, micros);
    }

    /** The same event with the time that a stage took. */
    public AuditEvent withMicros(String stage, long stageMicros) {
        Map<String, Long> more = new TreeMap<>(micros);
        more.put(stage, stageMicros);
        return new AuditEvent(type, at, actorRole, subjectHash, fields, more);
    }

    /** The content of the leaf: JSON, UTF-8, always with the same fields in the same order. */
    public byte[] content() {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", type.name());
        json.put("at", at.toString());
        json.put("actor_role", actorRole);
        subjectHash.ifPresent(hash -> json.put("subject", hash));
        fields.forEach((field, value) -> json.put(field.jsonName(), value));
        if (!micros.isEmpty()) {
            ObjectNode stages = json.putObject("micros");
            micros.forEach(stages::put);
        }
        try {
            byte[] content = JSON.writeValueAsBytes(json);
            if (content.length > CONTENT_BYTES_MAX) {
                throw new IllegalStateException(
                        type + " says more than the log can hold: " + content.length + " bytes");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of strings and numbers is always JSON", e);
        }
    }

    private static String withoutNid(AuditField field, String value) {
        if (value.length() > VALUE_CHARS_MAX) {
            throw new IllegalArgumentException(field + " is longer than 500 characters: " + value.length());
        }
        if (field == AuditField.FILE) {
            return value; // a SHA-256, whose digits mean nobody
        }
        return NID_IN_TEXT.matcher(value).replaceAll("$1********$2");
    }
}
