package id.sidik.eligibility.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import java.util.Map;
import java.util.Optional;

/**
 * A problem of RFC 9457.
 *
 * @param reason stable, UPPER_SNAKE_CASE: for programs, and the last part of the problem's type
 * @param detail for people
 * @param details more about the reason, for programs
 * @param retryAfterSeconds when to come back, if that may help
 */
record Problem(
        Status status, String reason, String detail, Map<String, String> details, Optional<Integer> retryAfterSeconds) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    static Problem of(Status status, String reason, String detail) {
        return new Problem(status, reason, detail, Map.of(), Optional.empty());
    }

    byte[] json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", "urn:sidik:problem:" + reason);
        json.put("title", status.reasonPhrase());
        json.put("status", status.code());
        json.put("detail", detail);
        json.put("reason", reason);
        if (!details.isEmpty()) {
            ObjectNode more = json.putObject("details");
            details.forEach(more::put);
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are always JSON", e);
        }
    }
}
