package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Says who calls and whether they may. Both edges ask it before anything else; it knows neither gRPC nor HTTP. */
public final class AccessControl {
    private final TokenCheck tokens;
    private final Optional<EmbeddedIssuer> issuer;
    private final Function<JoinedBridge, BridgeStanding> bridges;

    /**
     * As it is configured.
     *
     * @param name where this gate's own issuer can be reached, for when no other is configured
     * @param bridges what is known of a bridge that joined and of the certificate that it shows; asked at each of its calls
     * @param nanoTime as {@link System#nanoTime()}
     */
    public static AccessControl of(
            AccessSettings settings,
            Supplier<String> name,
            Function<JoinedBridge, BridgeStanding> bridges,
            InstantSource clock,
            LongSupplier nanoTime) {
        if (settings.issuer().isPresent()) {
            URI issuer = settings.issuer().get();
            IssuerKeys keys = new IssuerKeys(issuer, settings.jwks(), nanoTime);
            return new AccessControl(
                    new TokenCheck(keys, issuer::toString, settings.audience(), clock), Optional.empty(), bridges);
        }
        EmbeddedIssuer own = new EmbeddedIssuer(name, settings.audience(), clock);
        return new AccessControl(
                new TokenCheck(own.keys(), name, settings.audience(), clock), Optional.of(own), bridges);
    }

    private AccessControl(
            TokenCheck tokens, Optional<EmbeddedIssuer> issuer, Function<JoinedBridge, BridgeStanding> bridges) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.bridges = bridges;
    }

    /** Where this gate itself makes tokens: for demonstrations and small installations. */
    public Optional<EmbeddedIssuer> issuer() {
        return issuer;
    }

    /**
     * Who calls. A token decides, where there is one, and a bad one is not made good by a certificate; else the certificate's role does. A
     * bridge that was turned away is a stranger, whatever it carries.
     *
     * @throws AccessRefusedException BRIDGE_REVOKED, CERTIFICATE_UNKNOWN, CERTIFICATE_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, ISSUER_UNAVAILABLE, or ROLE_NOT_ALLOWED for a
     *     certificate that names no role
     */
    public Identity identify(Credentials shown) {
        shown.joinedBridge().map(bridges).ifPresent(AccessControl::requireInForce);
        if (shown.token().isPresent()) {
            return tokens.identityOf(shown.token().get(), shown.certificateThumbprint());
        }
        if (shown.certificateThumbprint().isEmpty()) {
            throw AccessRefusedException.unauthenticated(
                    "CERTIFICATE_MISSING", "This connection carries no client certificate");
        }
        Role role = shown.certificateRole()
                .orElseThrow(() -> AccessRefusedException.role("A certificate without a role may do nothing here"));
        return shown.joinedBridge().map(Identity::ofBridge).orElseGet(() -> Identity.certified(role));
    }

    private static void requireInForce(BridgeStanding standing) {
        switch (standing) {
            case IN_FORCE -> {}
            case REVOKED ->
                throw AccessRefusedException.unauthenticated(
                        "BRIDGE_REVOKED", "This bridge was turned away for good; ask the institution why");
            case UNKNOWN ->
                throw AccessRefusedException.unauthenticated(
                        "CERTIFICATE_UNKNOWN",
                        "The books do not know this certificate; ask an officer for a code, and join again");
        }
    }

    /**
     * Whether they may, and how far.
     *
     * @throws AccessRefusedException ROLE_NOT_ALLOWED, or TOKEN_MISSING where a token would help
     */
    public Warrant permit(Identity caller, Operation operation) {
        Optional<Reach> reach =
                operation.reachOf(caller).filter(_ -> !operation.certificateAlone() || !caller.byToken());
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
