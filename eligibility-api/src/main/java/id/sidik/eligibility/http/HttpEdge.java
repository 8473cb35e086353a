package id.sidik.eligibility.http;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.store.EligibilityStore;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** REST: every endpoint behind the check of its caller's role, and every failure as a problem. */
public final class HttpEdge {
    /** The largest body. */
    public static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

    private final List<Endpoint> endpoints;

    /**
     * Serves the journeys.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public HttpEdge(Journeys journeys, EligibilityStore store, Matcher matcher, LongSupplier nanoTime) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new MemberApi(journeys, new Callers(nanoTime)).endpoints());
        all.addAll(new TrustApi(journeys.audit()).endpoints());
        all.addAll(new OperationsApi(store, matcher, journeys.meter()).endpoints());
        endpoints = List.copyOf(all);
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    HttpRouting.Builder routing() {
        HttpRouting.Builder routing = HttpRouting.builder();
        endpoints.forEach(endpoint -> routing.route(endpoint.method(), endpoint.path(), guarded(endpoint)));
        methodsByPath()
                .forEach((path, methods) -> routing.any(path, (_, response) -> {
                    response.headers().set(HeaderValues.create(HeaderNames.ALLOW, methods));
                    send(
                            response,
                            Problem.of(
                                    Status.METHOD_NOT_ALLOWED_405, "METHOD_NOT_ALLOWED", "Allowed here: " + methods));
                }));
        routing.any((_, response) -> send(
                response, Problem.of(Status.NOT_FOUND_404, "ROUTE_UNKNOWN", "See /openapi.yaml for what there is")));
        routing.error(Throwable.class, (_, response, failure) -> send(response, ProblemMapping.problemOf(failure)));
        return routing;
    }

    private static Handler guarded(Endpoint endpoint) {
        return (request, response) -> {
            Callers.requireAllowed(request, endpoint);
            endpoint.handler().handle(request, response);
        };
    }

    private Map<String, String> methodsByPath() {
        return endpoints.stream()
                .collect(Collectors.groupingBy(
                        Endpoint::path,
                        TreeMap::new,
                        Collectors.mapping(endpoint -> endpoint.method().text(), Collectors.joining(", "))));
    }

    private static void send(ServerResponse response, Problem problem) {
        response.status(problem.status());
        response.headers().set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.headers()
                        .set(HeaderValues.create(HeaderNames.RETRY_AFTER, Integer.toString(seconds))));
        response.send(problem.json());
    }

    /** Problems for requests that never reach a route: unreadable, too large, refused by the listener. */
    static DirectHandlers refusals() {
        DirectHandler handler = (_, _, status, _, _) -> DirectHandler.TransportResponse.builder()
                .status(status)
                .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE))
                .entity(ProblemMapping.transport(status).json())
                .build();
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }
}
