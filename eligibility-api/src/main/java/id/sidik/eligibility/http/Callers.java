package id.sidik.eligibility.http;

import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Patience;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Who asks, by the certificate of the connection. */
final class Callers {
    /** HTTP knows no deadline of the caller's; this is ours, below what clients and proxies wait by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LongSupplier nanoTime;

    Callers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Caller of(ServerRequest request) {
        return new Caller(role(request), Patience.of(PATIENCE, nanoTime));
    }

    /** Lets a request through only when its caller's role may ask this. */
    static void requireAllowed(ServerRequest request, Endpoint endpoint) {
        Role role = role(request);
        if (!endpoint.callers().contains(role)) {
            throw notAllowed(role.uri() + " may not " + endpoint.method().text() + " " + endpoint.path());
        }
    }

    private static Role role(ServerRequest request) {
        return request.remotePeer()
                .tlsCertificates()
                .flatMap(PeerCertificate::first)
                .flatMap(Role::of)
                .orElseThrow(() -> notAllowed("a certificate without a role may do nothing here"));
    }

    private static ProblemException notAllowed(String detail) {
        return new ProblemException(Problem.of(Status.FORBIDDEN_403, "ROLE_NOT_ALLOWED", detail));
    }
}
