package id.sidik.eligibility.http;

import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.fhir.FhirFacade;
import id.sidik.eligibility.journey.AccessRefusals;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.RequestRefusedException;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.limit.CallLimit;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** REST: every endpoint behind its row of the table, and every failure as a problem. */
public final class HttpEdge {
    /** The largest body. */
    public static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

    private static final String BEARER_CHALLENGE = "Bearer realm=\"sidik\"";

    private final List<Endpoint> endpoints;
    private final Callers callers;
    private final AccessRefusals refusals;
    private final CallLimit limit;

    /**
     * Serves the journeys.
     *
     * @param limit how many calls are worked on at once; what tells how the service is does not count
     * @param nanoTime as {@link System#nanoTime()}
     */
    public HttpEdge(
            Journeys journeys,
            EligibilityStore store,
            Matcher matcher,
            AccessControl access,
            CallLimit limit,
            LongSupplier nanoTime) {
        this.limit = limit;
        callers = new Callers(access, nanoTime);
        refusals = journeys.refusals();
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new MemberApi(journeys, callers).endpoints());
        all.addAll(new PeopleApi(journeys, callers).endpoints());
        all.addAll(new VisitApi(journeys.visits(), callers).endpoints());
        all.addAll(new FacilityApi(journeys.facilities(), callers).endpoints());
        all.addAll(new FallbackApi(journeys.fallbacks(), callers).endpoints());
        all.addAll(new ClaimApi(journeys.claims(), callers).endpoints());
        all.addAll(new SitePackApi(journeys, callers).endpoints());
        all.addAll(new TrustApi(journeys.audit()).endpoints());
        all.addAll(new ReceiptApi(journeys.receipts(), callers).endpoints());
        all.addAll(new TransparencyApi(journeys.transparency()).endpoints());
        all.addAll(new ReportApi(journeys, callers).endpoints());
        all.addAll(new SiteApi(journeys.sites(), callers).endpoints());
        all.addAll(new OperationsApi(store, matcher, journeys.meter(), limit).endpoints());
        all.addAll(new FhirApi(new FhirFacade(journeys), callers).endpoints());
        access.issuer().map(TokenApi::new).map(TokenApi::endpoints).ifPresent(all::addAll);
        endpoints = List.copyOf(all);
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The row of each route, by method and path: {@code GET /v1/members/{nid}}. */
    public Map<String, Operation> routes() {
        return endpoints.stream()
                .collect(Collectors.toMap(
                        endpoint -> endpoint.method().text() + " " + endpoint.path(),
                        Endpoint::operation,
                        HttpEdge::routedTwice,
                        TreeMap::new));
    }

    private static Operation routedTwice(Operation first, Operation second) {
        throw new IllegalStateException("one route for " + first + " and for " + second);
    }

    /** Who calls, by certificate and token. */
    Identity identify(ServerRequest request) {
        return callers.identify(request);
    }

    HttpRouting.Builder routing() {
        return route(HttpRouting.builder());
    }

    /** Adds every endpoint, and problems for everything else. */
    HttpRouting.Builder route(HttpRouting.Builder routing) {
        endpoints.forEach(endpoint -> routing.route(endpoint.method(), endpoint.path(), guarded(endpoint)));
        methodsByPath()
                .forEach((path, methods) -> routing.any(path, (request, response) -> {
                    response.headers().set(HeaderValues.create(HeaderNames.ALLOW, methods));
                    send(
                            request,
                            response,
                            Problem.of(
                                    Status.METHOD_NOT_ALLOWED_405, "METHOD_NOT_ALLOWED", "Allowed here: " + methods));
                }));
        routing.any((request, response) -> send(
                request,
                response,
                Problem.of(Status.NOT_FOUND_404, "ROUTE_UNKNOWN", "See /openapi.yaml for what there is")));
        routing.error(Throwable.class, HttpEdge::fail);
        return routing;
    }

    private Handler guarded(Endpoint endpoint) {
        Handler permitted = permitted(endpoint);
        return endpoint.operation() == Operation.SEE_SERVICE ? permitted : admitted(permitted);
    }

    /** Before anything else is asked of a request: refusing must cost less than serving. */
    private Handler admitted(Handler handler) {
        return (request, response) -> {
            if (!limit.enter()) {
                throw new RequestRefusedException(
                        RequestRefusedException.Kind.OVERLOADED, "OVERLOADED", limit.refusal());
            }
            try {
                handler.handle(request, response);
            } finally {
                limit.leave();
            }
        };
    }

    private Handler permitted(Endpoint endpoint) {
        return (request, response) -> {
            try {
                callers.admit(request, endpoint.operation());
                endpoint.handler().handle(request, response);
            } catch (AccessRefusedException refused) {
                refusals.record(
                        Callers.identityOf(request),
                        endpoint.method().text() + " " + endpoint.path(),
                        refused.reason());
                throw refused;
            }
        };
    }

    private Map<String, String> methodsByPath() {
        return endpoints.stream()
                .collect(Collectors.groupingBy(
                        Endpoint::path,
                        TreeMap::new,
                        Collectors.mapping(endpoint -> endpoint.method().text(), Collectors.joining(", "))));
    }

    private static void fail(ServerRequest request, ServerResponse response, Throwable failure) {
        Problem problem = ProblemMapping.problemOf(failure);
        if (FhirOutcome.concerns(request.path().path())) {
            send(response, problem, FhirApi.MEDIA_TYPE, FhirOutcome.json(problem, failure));
        } else {
            send(response, problem, Problem.MEDIA_TYPE, problem.json());
        }
    }

    private static void send(ServerRequest request, ServerResponse response, Problem problem) {
        fail(request, response, new ProblemException(problem));
    }

    private static void send(ServerResponse response, Problem problem, String mediaType, byte[] body) {
        response.status(problem.status());
        response.headers().set(HeaderValues.create(HeaderNames.CONTENT_TYPE, mediaType));
        if (problem.status().code() == Status.UNAUTHORIZED_401.code()) {
            response.headers().set(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, BEARER_CHALLENGE));
        }
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.headers()
                        .set(HeaderValues.create(HeaderNames.RETRY_AFTER, Integer.toString(seconds))));
        response.send(body);
    }

    /** Problems for requests that never reach a route: unreadable, too large, refused by the listener. */
    static DirectHandlers refusals() {
        DirectHandler handler = (request, _, status, _, _) -> refusal(String.valueOf(request.path()), status);
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refusal(String path, Status status) {
        Problem problem = ProblemMapping.transport(status);
        boolean fhir = FhirOutcome.concerns(path);
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, fhir ? FhirApi.MEDIA_TYPE : Problem.MEDIA_TYPE))
                .entity(fhir ? FhirOutcome.json(problem) : problem.json())
                .build();
    }
}
