package id.sidik.eligibility.http;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import id.sidik.eligibility.journey.Caller;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A route that is a call of the contract: the body is its message, the parameters of path and query are fields of it by their JSON
 * names, and the header is its idempotency key.
 */
final class JourneyCall {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final String KEY_FIELD = "idempotency_key";
    private static final int NUMBER_DIGITS_MAX = 9;

    private final Callers callers;

    JourneyCall(Callers callers) {
        this.callers = callers;
    }

    /** A call that changes something. */
    <B extends Message.Builder> Handler write(Supplier<B> empty, BiFunction<B, Caller, Message> journey) {
        return (request, response) -> {
            B message = empty.get();
            Body.read(request, message);
            if (message.getDescriptorForType().findFieldByName(KEY_FIELD) != null) {
                fromOutside(message, KEY_FIELD, idempotencyKey(request));
            }
            fromPath(message, request);
            send(response, journey.apply(message, callers.of(request, message)));
        };
    }

    /** A call that reads. */
    <B extends Message.Builder> Handler read(Supplier<B> empty, BiFunction<B, Caller, Message> journey) {
        return (request, response) -> {
            B message = empty.get();
            fromPath(message, request);
            for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
                Optional<String> said =
                        request.query().first(field.getJsonName()).asOptional();
                said.ifPresent(text -> message.setField(field, valueOf(field, text)));
            }
            send(response, journey.apply(message, callers.of(request, message)));
        };
    }

    private static void fromPath(Message.Builder message, ServerRequest request) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            request.path()
                    .pathParameters()
                    .first(field.getJsonName())
                    .ifPresent(text -> fromOutside(message, field.getName(), text));
        }
    }

    private static Object valueOf(FieldDescriptor field, String text) {
        return switch (field.getJavaType()) {
            case STRING -> text;
            case INT -> number(field, text);
            case ENUM -> named(field, text);
            case LONG, FLOAT, DOUBLE, BOOLEAN, BYTE_STRING, MESSAGE ->
                throw badQuery(field, "cannot be given in the query");
        };
    }

    private static int number(FieldDescriptor field, String text) {
        if (text.isEmpty() || text.length() > NUMBER_DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw badQuery(field, "must be a whole number");
        }
        return Integer.parseInt(text);
    }

    private static EnumValueDescriptor named(FieldDescriptor field, String text) {
        EnumValueDescriptor value = field.getEnumType().findValueByName(text);
        if (value == null) {
            throw badQuery(field, "is not a name of the contract");
        }
        return value;
    }

    private static ProblemException badQuery(FieldDescriptor field, String fault) {
        return new ProblemException(
                Problem.of(Status.BAD_REQUEST_400, "QUERY_INVALID", field.getJsonName() + " " + fault));
    }

    private static String idempotencyKey(ServerRequest request) {
        return request.headers()
                .first(IDEMPOTENCY_KEY)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        Status.BAD_REQUEST_400,
                        "IDEMPOTENCY_KEY_INVALID",
                        "Send the header Idempotency-Key, 8 to 64 of [A-Za-z0-9._-], with every write")));
    }

    /** Sets what header or path say. A body that says it, too, is refused: the two could differ. */
    private static void fromOutside(Message.Builder message, String fieldName, String value) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(fieldName);
        if (!message.getField(field).equals(field.getDefaultValue())) {
            throw new ProblemException(Problem.of(
                    Status.BAD_REQUEST_400,
                    "BODY_INVALID",
                    field.getJsonName() + " belongs into the header or the path, and not into the body"));
        }
        message.setField(field, value);
    }

    private static void send(ServerResponse response, Message answer) {
        response.status(Status.OK_200);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(Body.json(answer));
    }
}
