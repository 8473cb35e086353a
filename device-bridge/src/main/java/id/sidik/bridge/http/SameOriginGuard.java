package id.sidik.bridge.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Lets only our own page in. A listener on the loopback is within reach of every web page that this machine opens: one that
 * rebinds its name to 127.0.0.1 comes with a foreign Host, and one that posts across origins comes with a foreign Origin.
 */
final class SameOriginGuard implements Filter {
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<String> refusal = refusalOf(request);
        if (refusal.isPresent()) {
            response.status(Status.FORBIDDEN_403).send(refusal.get());
            return;
        }
        chain.proceed();
    }

    private static Optional<String> refusalOf(RoutingRequest request) {
        var headers = request.headers();
        String host = headers.first(HeaderNames.HOST).orElse("");
        if (!LoopbackHost.isOurs(host, request.localPeer().port())) {
            return Optional.of("This host name is not ours.");
        }
        Optional<String> origin = headers.first(HeaderNames.ORIGIN);
        if (origin.isPresent() && !origin.get().equals("http://" + host)) {
            return Optional.of("Pages of other origins are not served.");
        }
        if (READING.contains(request.prologue().method())) {
            return Optional.empty();
        }
        boolean json = headers.contentType().map(HttpMediaType::text).orElse("").startsWith("application/json");
        return origin.isPresent() && json
                ? Optional.empty()
                : Optional.of("Changes need the header Origin and a body of type application/json.");
    }
}
