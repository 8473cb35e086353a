package id.sidik.bridge.facade.secugen;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code /SGIFPCapture} and {@code /SGIMatchScore}, by POST, or by GET with a query as some clients do. */
public final class SecugenApi {
    /** What pages may use. */
    public static final Set<String> METHODS = Set.of("GET", "POST");

    private final SgDevice device;

    public SecugenApi(SgDevice device) {
        this.device = device;
    }

    /** Adds the routes. */
    public void register(HttpRouting.Builder routing) {
        route(routing, "/SGIFPCapture", device::capture);
        route(routing, "/SGIMatchScore", device::matchScore);
    }

    private static void route(HttpRouting.Builder routing, String path, UnaryOperator<String> answer) {
        routing.post(path, (request, response) -> send(response, answer.apply(bodyOf(request))))
                .get(
                        path,
                        (request, response) -> send(
                                response,
                                answer.apply(request.prologue().query().rawValue())));
    }

    private static String bodyOf(ServerRequest request) {
        try (InputStream body = request.content().inputStream()) {
            return new String(body.readNBytes(SgForm.BYTES_MAX + 1), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the body broke off", e);
        }
    }

    private static void send(ServerResponse response, String json) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json").send(json);
    }
}
