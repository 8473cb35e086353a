package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Says who calls and whether they may. Both edges ask it before anything else; it knows neither gRPC nor HTTP. */
public final class AccessControl {
    private final TokenCheck tokens;
    private final Optional<EmbeddedIssuer> issuer;

    /**
     * As it is configured.
     *
     * @param name where this gate's own issuer can be reached, for when no other is configured
     * @param nanoTime as {@link System#nanoTime()}
     */
    public static AccessControl of(
            AccessSettings settings, Supplier<String> name, InstantSource clock, LongSupplier nanoTime) {
        if (settings.issuer().isPresent()) {
            URI issuer = settings.issuer().get();
            IssuerKeys keys = new IssuerKeys(issuer, settings.jwks(), nanoTime);
            return new AccessControl(
                    new TokenCheck(keys, issuer::toString, settings.audience(), clock), Optional.empty());
        }
        EmbeddedIssuer own = new EmbeddedIssuer(name, settings.audience(), clock);
        return new AccessControl(new TokenCheck(own.keys(), name, settings.audience(), clock), Optional.of(own));
    }

    private AccessControl(TokenCheck tokens, Optional<EmbeddedIssuer> issuer) {
        this.tokens = tokens;
        this.issuer = issuer;
    }

    /** Where this gate itself makes tokens: for demonstrations and small installations. */
    public Optional<EmbeddedIssuer> issuer() {
        return issuer;
    }

    /**
     * Who calls. A token decides, where there is one, and a bad one is not made good by a certificate; else the certificate's role does.
     *
     * @throws AccessRefusedException CERTIFICATE_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, ISSUER_UNAVAILABLE, or ROLE_NOT_ALLOWED for a
     *     certificate that names no role
     */
    public Identity identify(Credentials shown) {
        if (shown.token().isPresent()) {
            return tokens.identityOf(shown.token().get(), shown.certificateThumbprint());
        }
        if (shown.certificateThumbprint().isEmpty()) {
            throw AccessRefusedException.unauthenticated(
                    "CERTIFICATE_MISSING", "This connection carries no client certificate");
        }
        return Identity.certified(shown.certificateRole()
                .orElseThrow(() -> AccessRefusedException.role("A certificate without a role may do nothing here")));
    }

    /**
     * Whether they may, and how far.
     *
     * @throws AccessRefusedException ROLE_NOT_ALLOWED, or TOKEN_MISSING where a token would help
     */
    public Warrant permit(Identity caller, Operation operation) {
        Optional<Reach> reach =
                operation.reachOf(caller.role()).filter(_ -> !operation.certificateAlone() || !caller.byToken());
        if (reach.isPresent()) {
            return new Warrant(caller, reach.get());
        }
        if (caller.role() == Role.CLIENT) {
            throw AccessRefusedException.unauthenticated(
                    "TOKEN_MISSING", "This certificate carries tokens: send one as Authorization: Bearer");
        }
        throw AccessRefusedException.role(caller.role().uri() + " may not call " + operation);
    }
}
