package id.sidik.eligibility.http;

import id.sidik.wire.trust.Role;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.Set;

/**
 * One thing that can be asked over HTTP.
 *
 * @param path with parameters in braces, as in the OpenAPI document
 * @param callers roles that may ask
 */
record Endpoint(Method method, String path, Set<Role> callers, Handler handler) {
    Endpoint {
        callers = Set.copyOf(callers);
        if (callers.isEmpty()) {
            throw new IllegalArgumentException("Nobody could call " + method + " " + path);
        }
    }
}
