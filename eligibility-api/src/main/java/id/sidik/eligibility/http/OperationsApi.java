package id.sidik.eligibility.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.OutcomeMeter;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherStanding;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.metrics.MetricsText;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the service is, and what it can be asked: for whoever runs it and whoever programs against it. */
final class OperationsApi {
    static final String DOCUMENT = "openapi.yaml";

    private static final JsonMapper JSON = new JsonMapper();

    private final EligibilityStore store;
    private final Matcher matcher;
    private final MetricsPage metrics;

    OperationsApi(EligibilityStore store, Matcher matcher, OutcomeMeter meter, CallLimit limit) {
        this.store = store;
        this.matcher = matcher;
        this.metrics = new MetricsPage(meter, store, matcher, limit);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, "/health/live", Operation.SEE_SERVICE, this::live),
                new Endpoint(Method.GET, "/health/ready", Operation.SEE_SERVICE, this::ready),
                new Endpoint(Method.GET, "/metrics", Operation.SEE_SERVICE, this::metrics),
                new Endpoint(Method.GET, "/openapi.yaml", Operation.SEE_SERVICE, OperationsApi::document));
    }

    private void live(ServerRequest request, ServerResponse response) {
        response.send("live\n");
    }

    /** Ready means that a check can end otherwise than Undetermined. */
    private void ready(ServerRequest request, ServerResponse response) {
        boolean books = store.writable();
        MatcherStanding fingers = matcher.standing();
        boolean ready = books && fingers.serves();
        ObjectNode parts = JSON.createObjectNode();
        parts.put("status", ready ? "UP" : "DOWN");
        parts.put("books", books ? "UP" : "DOWN");
        parts.put("matcher", fingers.serves() ? "UP" : "DOWN");
        parts.put("matcherLoadedShare", fingers.loadedShare());
        response.status(ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.send(parts.toString());
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.create(MetricsText.CONTENT_TYPE));
        response.send(metrics.text());
    }

    private static void document(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.create("application/yaml"));
        response.send(document());
    }

    /** The OpenAPI document as it comes with this class. */
    static String document() {
        try (InputStream content = OperationsApi.class.getResourceAsStream(DOCUMENT)) {
            if (content == null) {
                throw new IllegalStateException("the build left out " + DOCUMENT);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(DOCUMENT + " cannot be read", e);
        }
    }
}
