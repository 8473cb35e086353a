package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Identity;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.time.Duration;
import java.util.Set;

/**
 * The back office in a browser on this machine: its page, and REST behind it with the rights of whoever signed in. Signing in is
 * {@code POST /session} with an access token of an officer or an auditor; the answer is a cookie that no script can read.
 */
public final class OfficeServer implements AutoCloseable {
    private static final String PAGE = "id/sidik/eligibility/http/office";
    private static final Set<Role> DESK_ROLES = Set.of(Role.OPERATOR, Role.AUDITOR);
    private static final int CONNECTIONS_MAX = 128;
    private static final int DISCARDED_BODY_BYTES_MAX = 32 * 1024 * 1024;
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(2);

    private final WebServer server;
    private final HostPort address;

    private OfficeServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Listens and answers.
     *
     * @throws IllegalArgumentException when {@code listen} can be reached from other machines
     */
    public static OfficeServer start(HostPort listen, HttpEdge edge, OfficeSessions sessions) {
        if (!listen.resolve().getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("the back office's page is for this machine only, and " + listen
                    + " can be reached from others; use 127.0.0.1");
        }
        WebServer server = WebServer.builder()
                .shutdownHook(false)
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(DISCARDED_BODY_BYTES_MAX)
                .shutdownGracePeriod(DRAIN_TIMEOUT)
                .directHandlers(HttpEdge.refusals())
                .addRouting(routing(edge, sessions))
                .build()
                .start();
        return new OfficeServer(server, listen.withPort(server.port()));
    }

    private static HttpRouting.Builder routing(HttpEdge edge, OfficeSessions sessions) {
        HttpRouting.Builder routing = HttpRouting.builder()
                .addFilter(new OfficeGuard(sessions))
                .get("/session", OfficeServer::who)
                .post("/session", (request, response) -> begin(request, response, edge, sessions))
                .delete("/session", (request, response) -> end(request, response, sessions))
                .register(
                        "/office",
                        StaticContentFeature.createService(ClasspathHandlerConfig.builder()
                                .location(PAGE)
                                .welcome("index.html")
                                .build()))
                .get("/", (_, response) -> {
                    response.status(Status.SEE_OTHER_303);
                    response.headers().set(HeaderNames.LOCATION, "/office/");
                    response.send();
                });
        return edge.route(routing);
    }

    private static void who(ServerRequest request, ServerResponse response) {
        OfficeSession session = request.context()
                .get(OfficeSession.class)
                .orElseThrow(() -> refused(Status.UNAUTHORIZED_401, "SESSION_MISSING", "Sign in: ./sidik office"));
        send(response, session.identity());
    }

    private static void begin(ServerRequest request, ServerResponse response, HttpEdge edge, OfficeSessions sessions) {
        Identity identity = edge.identify(request);
        if (!DESK_ROLES.contains(identity.role())) {
            throw refused(Status.FORBIDDEN_403, "ROLE_NOT_ALLOWED", "The back office is for officers and auditors");
        }
        setCookie(response, sessions.begin(identity) + "; Max-Age=" + OfficeSessions.SHIFT.toSeconds());
        send(response, identity);
    }

    private static void end(ServerRequest request, ServerResponse response, OfficeSessions sessions) {
        OfficeGuard.sessionId((RoutingRequest) request).ifPresent(sessions::end);
        setCookie(response, "; Max-Age=0");
        response.status(Status.NO_CONTENT_204).send();
    }

    private static void setCookie(ServerResponse response, String value) {
        response.headers()
                .set(HeaderValues.create(
                        HeaderNames.SET_COOKIE,
                        OfficeGuard.COOKIE + "=" + value + "; HttpOnly; SameSite=Strict; Path=/"));
    }

    private static void send(ServerResponse response, Identity identity) {
        response.headers().set(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(SessionJson.of(identity));
    }

    private static ProblemException refused(Status status, String reason, String detail) {
        return new ProblemException(Problem.of(status, reason, detail));
    }

    /** Where it listens, with the port that the system chose when 0 was asked for. */
    public HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}
