package id.sidik.eligibility.http;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What requests and answers of every route have in common. */
final class Exchange {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final int PAGE_DIGITS_MAX = 4;

    private Exchange() {}

    /** The query's {@code pageSize}; 0 without one. */
    static int pageSize(ServerRequest request) {
        String text = request.query().first("pageSize").orElse("0");
        if (text.isEmpty() || text.length() > PAGE_DIGITS_MAX || !text.chars().allMatch(Character::isDigit)) {
            throw new ProblemException(
                    Problem.of(Status.BAD_REQUEST_400, "PAGE_SIZE_INVALID", "pageSize must be a whole number"));
        }
        return Integer.parseInt(text);
    }

    /** The query's {@code pageToken}; empty without one. */
    static String pageToken(ServerRequest request) {
        return request.query().first("pageToken").orElse("");
    }

    /** Reads a body, with the idempotency key from its header. */
    static void readWrite(ServerRequest request, Message.Builder message) {
        Body.read(request, message);
        fromOutside(message, "idempotency_key", idempotencyKey(request));
    }

    static String idempotencyKey(ServerRequest request) {
        return request.headers()
                .first(IDEMPOTENCY_KEY)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        Status.BAD_REQUEST_400,
                        "IDEMPOTENCY_KEY_INVALID",
                        "Send the header Idempotency-Key, 8 to 64 of [A-Za-z0-9._-], with every write")));
    }

    /** Sets what header or path say. A body that says it, too, is refused: the two could differ. */
    static void fromOutside(Message.Builder message, String fieldName, String value) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(fieldName);
        if (!message.getField(field).equals(field.getDefaultValue())) {
            throw new ProblemException(Problem.of(
                    Status.BAD_REQUEST_400,
                    "BODY_INVALID",
                    field.getJsonName() + " belongs into the header or the path, and not into the body"));
        }
        message.setField(field, value);
    }

    static void send(ServerResponse response, Status status, Message answer) {
        response.status(status);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(Body.json(answer));
    }
}
