package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * One thing that can be asked over HTTP.
 *
 * @param path with parameters in braces, as in the OpenAPI document
 * @param operation the row that says who may ask
 */
record Endpoint(Method method, String path, Operation operation, Handler handler) {}
