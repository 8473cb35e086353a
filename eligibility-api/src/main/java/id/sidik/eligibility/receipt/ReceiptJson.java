package id.sidik.eligibility.receipt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.presence.FallbackMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The payload of a receipt. Always the same fields in the same order, so that the same receipt is the same bytes:
 *
 * <pre>
 * {"jti": decision id, "outcome": "GRANTED" | "DENIED" | "UNDETERMINED",
 *  "benefit", "in_force_until"            if granted
 *  "reasons": [{"code", "name"}, ...]     if denied, in order of precedence
 *  "cause"                                if undetermined
 *  "purpose", "facility"
 *  "fallback": method                     if presence was shown by one
 *  "sub": keyed hash, base64url, "nid": masked, "policy", "audit_index",
 *  "iat", "exp": seconds since 1970 (RFC 7519, 4.1)}
 * </pre>
 */
final class ReceiptJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReceiptJson() {}

    static String write(Receipt receipt) {
        ObjectNode json = JSON.createObjectNode();
        json.put("jti", receipt.decisionId());
        writeDecision(json, receipt.decision());
        json.put("purpose", receipt.purpose().name());
        json.put("facility", receipt.facility().id());
        receipt.fallback().ifPresent(method -> json.put("fallback", method.name()));
        json.put("sub", base64Url(receipt.subject()));
        json.put("nid", receipt.nidMasked());
        json.put("policy", receipt.policyVersion());
        json.put("audit_index", receipt.auditIndex());
        json.put("iat", receipt.decidedAt().getEpochSecond());
        json.put("exp", receipt.expiresAt().getEpochSecond());
        return json.toString();
    }

    /** Reads what {@link #write} wrote. Throws {@link IllegalArgumentException} for anything else. */
    static Receipt read(String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            return new Receipt(
                    text(json, "jti"),
                    readDecision(json),
                    Purpose.valueOf(text(json, "purpose")),
                    new Facility(text(json, "facility")),
                    json.has("fallback")
                            ? Optional.of(FallbackMethod.valueOf(text(json, "fallback")))
                            : Optional.empty(),
                    hex(text(json, "sub")),
                    text(json, "nid"),
                    text(json, "policy"),
                    number(json, "audit_index"),
                    Instant.ofEpochSecond(number(json, "iat")),
                    Instant.ofEpochSecond(number(json, "exp")));
        } catch (JsonProcessingException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("the payload is not that of a receipt", e);
        }
    }

    private static void writeDecision(ObjectNode json, Decision decision) {
        switch (decision) {
            case Decision.Granted granted -> {
                json.put("outcome", "GRANTED");
                json.put("benefit", granted.benefit().name());
                json.put("in_force_until", granted.inForceUntil().toString());
            }
            case Decision.Denied denied -> {
                json.put("outcome", "DENIED");
                ArrayNode reasons = json.putArray("reasons");
                denied.reasons()
                        .forEach(reason ->
                                reasons.addObject().put("code", reason.code()).put("name", reason.name()));
            }
            case Decision.Undetermined undetermined -> {
                json.put("outcome", "UNDETERMINED");
                json.put("cause", undetermined.cause().name());
            }
        }
    }

    private static Decision readDecision(JsonNode json) {
        return switch (text(json, "outcome")) {
            case "GRANTED" ->
                new Decision.Granted(
                        Programme.valueOf(text(json, "benefit")), LocalDate.parse(text(json, "in_force_until")));
            case "DENIED" -> {
                List<DenialReason> reasons = new ArrayList<>();
                json.path("reasons").forEach(reason -> reasons.add(DenialReason.valueOf(text(reason, "name"))));
                yield new Decision.Denied(reasons);
            }
            case "UNDETERMINED" -> new Decision.Undetermined(UndeterminedCause.valueOf(text(json, "cause")));
            default -> throw new IllegalArgumentException("a receipt has one of three outcomes");
        };
    }

    /** A third shorter than in hexadecimal digits: a receipt must fit a code that a telephone reads. */
    private static String base64Url(String hex) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    private static String hex(String base64Url) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64Url));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("a receipt has the text " + field);
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("a receipt has the number " + field);
        }
        return value.longValue();
    }
}
