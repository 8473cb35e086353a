package id.sidik.eligibility.http;

import com.google.protobuf.MessageOrBuilder;
import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.access.Credentials;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Patience;
import id.sidik.eligibility.journey.RequestScope;
import id.sidik.wire.trust.PeerCertificate;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Who asks, by the certificate of the connection and the token of the request, and what they may do. */
final class Callers {
    /** HTTP knows no deadline of the caller's; this is ours, below what clients and proxies wait by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AccessControl access;
    private final LongSupplier nanoTime;

    Callers(AccessControl access, LongSupplier nanoTime) {
        this.access = access;
        this.nanoTime = nanoTime;
    }

    /**
     * Lets a request through only when its caller may call the operation.
     *
     * @throws AccessRefusedException if not
     */
    void admit(ServerRequest request, Operation operation) {
        Identity caller = request.context()
                .get(OfficeSession.class)
                .map(OfficeSession::identity)
                .orElseGet(() -> identify(request));
        request.context().register(caller);
        request.context().register(access.permit(caller, operation));
    }

    /** Who calls, by certificate and token. */
    Identity identify(ServerRequest request) {
        return access.identify(Credentials.of(
                request.remotePeer().tlsCertificates().flatMap(PeerCertificate::first),
                request.headers().first(HeaderNames.AUTHORIZATION)));
    }

    /** Who was found to call before the request was refused. */
    static Optional<Identity> identityOf(ServerRequest request) {
        return request.context().get(Identity.class);
    }

    /**
     * The caller of a request that asks for what {@code message} says.
     *
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED when it is about records that the caller may not touch
     */
    Caller of(ServerRequest request, MessageOrBuilder message) {
        RequestScope.require(warrant(request), message);
        return caller(request);
    }

    /**
     * The caller of a request that names nobody in particular.
     *
     * @throws IllegalStateException where the caller's reach depends on a message: such a route has to show it
     */
    Caller of(ServerRequest request) {
        if (warrant(request).reach().field().isPresent()) {
            throw new IllegalStateException("the route does not say whose records it touches");
        }
        return caller(request);
    }

    private Caller caller(ServerRequest request) {
        return new Caller(warrant(request), Patience.of(PATIENCE, nanoTime));
    }

    private static Warrant warrant(ServerRequest request) {
        return request.context()
                .get(Warrant.class)
                .orElseThrow(() -> new IllegalStateException("the route is not behind its row of the table"));
    }
}
