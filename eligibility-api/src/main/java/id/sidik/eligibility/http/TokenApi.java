package id.sidik.eligibility.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.access.EmbeddedIssuer;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.access.Scope;
import id.sidik.eligibility.access.TokenOrder;
import id.sidik.eligibility.nid.Nid;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashSet;
import java.util.List;

/**
 * The gate's own issuer: OpenID Connect Discovery 1.0, RFC 7517, and RFC 6749's client credentials, where the operator's certificate is the
 * client's secret (RFC 8705, 2.1) and the form says for whom the token is.
 */
final class TokenApi {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String JWKS = "/oauth/jwks.json";
    static final String TOKEN = "/oauth/token";

    private static final int FORM_BYTES_MAX = 4 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final EmbeddedIssuer issuer;

    TokenApi(EmbeddedIssuer issuer) {
        this.issuer = issuer;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, DISCOVERY, Operation.SEE_SERVICE, this::discovery),
                new Endpoint(Method.GET, JWKS, Operation.SEE_SERVICE, this::keys),
                new Endpoint(Method.POST, TOKEN, Operation.ISSUE_TOKEN, this::token));
    }

    private void discovery(ServerRequest request, ServerResponse response) {
        ObjectNode document = JSON.createObjectNode();
        document.put("issuer", issuer.name());
        document.put("jwks_uri", issuer.name() + JWKS);
        document.put("token_endpoint", issuer.name() + TOKEN);
        document.putArray("token_endpoint_auth_methods_supported").add("tls_client_auth");
        document.putArray("grant_types_supported").add("client_credentials");
        document.putArray("response_types_supported").add("token");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("ES256");
        document.put("tls_client_certificate_bound_access_tokens", true);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.send(document.toString());
    }

    private void keys(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.create("application/jwk-set+json"));
        response.send(issuer.jwks());
    }

    private void token(ServerRequest request, ServerResponse response) {
        UriQuery form = form(request);
        if (!form.first("grant_type").filter("client_credentials"::equals).isPresent()) {
            throw refused("grant_type must be client_credentials");
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("access_token", issuer.issue(order(form)));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", EmbeddedIssuer.TOKEN_LIFE.toSeconds());
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(answer.toString());
    }

    private static UriQuery form(ServerRequest request) {
        String type = request.headers()
                .contentType()
                .map(sent -> sent.mediaType().text())
                .orElse("");
        if (!type.equals(MediaTypes.APPLICATION_FORM_URLENCODED.text())) {
            throw new ProblemException(Problem.of(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "CONTENT_TYPE_UNSUPPORTED",
                    "Send application/x-www-form-urlencoded"));
        }
        return UriQuery.create(Body.text(request, FORM_BYTES_MAX));
    }

    private static TokenOrder order(UriQuery form) {
        try {
            Scope scope = new Scope(
                    new HashSet<>(all(form, "facility")),
                    new HashSet<>(all(form, "employer")),
                    form.first("nid").map(Nid::new));
            return new TokenOrder(
                    TokenOrder.role(form.first("role").orElse("")),
                    form.first("subject").orElse(""),
                    scope,
                    form.first("x5t#S256").asOptional());
        } catch (IllegalArgumentException e) { // it says what a role must come with, and repeats nothing
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> all(UriQuery form, String name) {
        return form.contains(name) ? form.all(name) : List.of();
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(Status.BAD_REQUEST_400, "TOKEN_ORDER_INVALID", detail));
    }
}
