package id.sidik.eligibility.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What comes before every request to the back office: the page may load nothing foreign and be framed by nobody; a foreign Host (a name that
 * was rebound to 127.0.0.1) or a foreign Origin is refused; and the cookie says whose session it is.
 */
final class OfficeGuard implements Filter {
    static final String COOKIE = "sidik-office";

    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), serial=(), usb=()",
            "Cache-Control", "no-store");

    private final OfficeSessions sessions;

    OfficeGuard(OfficeSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        HEADERS.forEach((name, value) -> response.headers().set(HeaderValues.create(name, value)));
        Optional<String> refusal = refusalOf(request);
        if (refusal.isPresent()) {
            response.status(Status.FORBIDDEN_403).send(refusal.get());
            return;
        }
        sessionId(request).flatMap(sessions::find).ifPresent(request.context()::register);
        chain.proceed();
    }

    private static Optional<String> refusalOf(RoutingRequest request) {
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        if (!isOurs(host, request.localPeer().port())) {
            return Optional.of("This host name is not ours.");
        }
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (origin.isPresent() && !origin.get().equals("http://" + host)) {
            return Optional.of("Pages of other origins are not served.");
        }
        return READING.contains(request.prologue().method()) || origin.isPresent()
                ? Optional.empty()
                : Optional.of("Changes need the header Origin.");
    }

    private static boolean isOurs(String host, int port) {
        int colon = host.lastIndexOf(':');
        return colon > 0
                && LOOPBACK_NAMES.contains(host.substring(0, colon))
                && host.substring(colon + 1).equals(Integer.toString(port));
    }

    /** The id in our cookie, if it came. */
    static Optional<String> sessionId(RoutingRequest request) {
        return request.headers()
                .first(HeaderNames.COOKIE)
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(COOKIE + "="))
                        .map(cookie -> cookie.substring(COOKIE.length() + 1))
                        .findFirst());
    }
}
