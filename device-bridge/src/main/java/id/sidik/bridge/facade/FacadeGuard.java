package id.sidik.bridge.facade;

import id.sidik.bridge.http.LoopbackHost;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets allowed origins in and nobody else, and tells their browsers so (Fetch standard, CORS). A name that was rebound to this machine
 * comes with a foreign Host; every page comes with its Origin, and browsers set both where no script can.
 */
final class FacadeGuard implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(FacadeGuard.class);

    private static final HeaderName ASKS_METHOD = HeaderNames.create("Access-Control-Request-Method");
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    /** Preflights of browsers that ask before a public page may reach this machine: the older and the newer name. */
    private static final Map<HeaderName, HeaderName> ANSWER_BY_ASKED_NETWORK = Map.of(
            HeaderNames.create("Access-Control-Request-Private-Network"),
            HeaderNames.create("Access-Control-Allow-Private-Network"),
            HeaderNames.create("Access-Control-Request-Local-Network"),
            HeaderNames.create("Access-Control-Allow-Local-Network"));

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Vary", "Origin");

    /** Long enough to spare a preflight for each call, short enough that a removed origin is soon out. */
    private static final String PREFLIGHT_SECONDS = "600";

    private final AllowedOrigins origins;
    private final String methods;
    private final Set<String> scripts;

    /**
     * A guard of one façade.
     *
     * @param methods that pages may use
     * @param scripts paths of files without secrets, which a page's script element fetches without saying its origin
     */
    FacadeGuard(AllowedOrigins origins, Set<String> methods, Set<String> scripts) {
        this.origins = origins;
        this.methods = String.join(", ", methods);
        this.scripts = scripts;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        ALWAYS.forEach(response::header);
        var headers = request.headers();
        String host = headers.first(HeaderNames.HOST).orElse("");
        Optional<String> origin = headers.first(HeaderNames.ORIGIN);
        if (!LoopbackHost.isOurs(host, request.localPeer().port())) {
            refuse(response, "This host name is not ours; use 127.0.0.1.");
        } else if (isScript(request)) {
            response.header("Cross-Origin-Resource-Policy", "cross-origin");
            chain.proceed();
        } else if (!origins.admits(origin, headers.contains(FETCH_SITE))) {
            refuse(response, "This origin is not allowed; an operator may name it in the bridge's settings.");
        } else {
            origin.ifPresent(allowed -> response.header("Access-Control-Allow-Origin", allowed));
            if (request.prologue().method().equals(Method.OPTIONS)) {
                answerPreflight(request, response);
            } else {
                chain.proceed();
            }
        }
    }

    private boolean isScript(RoutingRequest request) {
        return request.prologue().method().equals(Method.GET)
                && scripts.contains(request.path().path());
    }

    private void answerPreflight(RoutingRequest request, RoutingResponse response) {
        var headers = request.headers();
        if (headers.contains(ASKS_METHOD)) {
            response.header("Access-Control-Allow-Methods", methods)
                    .header("Access-Control-Allow-Headers", "Accept, Content-Type, Idempotency-Key")
                    .header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
            ANSWER_BY_ASKED_NETWORK.forEach((asked, answer) -> {
                if (headers.first(asked).filter("true"::equals).isPresent()) {
                    response.header(answer, "true");
                }
            });
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    /** Without any CORS header: the page that asked is not even told why. */
    private static void refuse(RoutingResponse response, String why) {
        LOG.info("a façade refused a request: {}", why);
        response.status(Status.FORBIDDEN_403).send(why);
    }
}
