package id.sidik.eligibility.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bodies: the messages of the contract in their JSON mapping (protobuf.dev/programming-guides/json), UTF-8. */
final class Body {
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().alwaysPrintFieldsWithNoPresence().omittingInsignificantWhitespace();

    private Body() {}

    /** Reads the whole body into a message. Fields that the message does not have are refused, not overlooked. */
    static void read(ServerRequest request, Message.Builder into) {
        boolean json = request.headers()
                .contentType()
                .map(type -> type.mediaType().text().equals(MediaTypes.APPLICATION_JSON.text()))
                .orElse(false);
        if (!json) {
            throw new ProblemException(Problem.of(
                    Status.UNSUPPORTED_MEDIA_TYPE_415, "CONTENT_TYPE_UNSUPPORTED", "Send application/json, in UTF-8"));
        }
        try {
            JsonFormat.parser().merge(text(request, HttpEdge.BODY_BYTES_MAX), into);
        } catch (InvalidProtocolBufferException e) { // its message may quote the body, and is not passed on
            throw new ProblemException(Problem.of(
                    Status.BAD_REQUEST_400,
                    "BODY_INVALID",
                    "The body is not a JSON object of type "
                            + into.getDescriptorForType().getName()));
        }
    }

    /** The whole body, which is UTF-8 and not empty. */
    static String text(ServerRequest request, int bytesMax) {
        if (!request.content().hasEntity()) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST_400, "BODY_INVALID", "The body is empty"));
        }
        try (InputStream content = request.content().inputStream()) {
            byte[] bytes = content.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw tooLarge(bytesMax);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST_400, "BODY_INVALID", "The body is not UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException("the body broke off", e);
        }
    }

    static ProblemException tooLarge(int bytesMax) {
        return new ProblemException(Problem.of(
                Status.REQUEST_ENTITY_TOO_LARGE_413, "BODY_TOO_LARGE", "A body is at most " + bytesMax + " bytes"));
    }

    static String json(MessageOrBuilder message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("our own messages have no Any of a type that we lack", e);
        }
    }
}
