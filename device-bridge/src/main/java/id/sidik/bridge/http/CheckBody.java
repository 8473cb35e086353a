package id.sidik.bridge.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.v1.CheckRequest;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A body that is a CheckRequest of {@code bridge.proto} as JSON. */
public final class CheckBody {
    /** A request holds an NID and two names. */
    static final int BYTES_MAX = 1_024;

    private CheckBody() {}

    /**
     * Reads the whole body.
     *
     * @throws UnreadableRequestException when it is too long or no such request
     */
    public static CheckRequest.Builder read(ServerRequest request) {
        try (var body = request.content().inputStream()) {
            byte[] json = body.readNBytes(BYTES_MAX + 1);
            if (json.length > BYTES_MAX) {
                throw new UnreadableRequestException("a check has at most " + BYTES_MAX + " bytes");
            }
            return parse(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unknown names are refused, not overlooked. Throws as {@link #read} does. */
    public static CheckRequest.Builder parse(String json) {
        CheckRequest.Builder question = CheckRequest.newBuilder();
        try {
            JsonFormat.parser().merge(json, question);
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRequestException("the body is no CheckRequest in JSON", e);
        }
        return question;
    }
}
