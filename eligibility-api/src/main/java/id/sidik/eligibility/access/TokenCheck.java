package id.sidik.eligibility.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens: JWTs as RFC 9068 has them, signed by the issuer with RS256, PS256 or ES256, meant for us, alive, and short-lived.
 * Threads may share one.
 */
final class TokenCheck {
    /** A stolen token is of use for as long as it lives, and nobody can call it back. */
    static final Duration LIFE_MAX = Duration.ofHours(1);

    /** How far an issuer's clock may be off. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    /** No header of ours is longer; gRPC itself refuses more than 16 KiB of metadata. */
    private static final int TOKEN_CHARS_MAX = 12 * 1024;

    private final JWTProcessor<SecurityContext> processor;
    private final Supplier<String> issuer;

    /**
     * Trusts one issuer.
     *
     * @param keys the issuer's keys as they are now
     * @param issuer what a token must say in {@code iss}
     * @param audience what a token must have in {@code aud}
     */
    TokenCheck(JWKSource<SecurityContext> keys, Supplier<String> issuer, String audience, InstantSource clock) {
        DefaultJWTProcessor<SecurityContext> configured = new DefaultJWTProcessor<>();
        // Keycloak and others write JWT or nothing; a token for another use differs in its audience
        configured.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN, JOSEObjectType.JWT, null));
        configured.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        configured.setJWTClaimsSetVerifier(new AliveAndMeantForUs(audience, clock));
        this.processor = configured;
        this.issuer = issuer;
    }

    /**
     * Who holds the token.
     *
     * @param thumbprint of the certificate of the connection: a token that is bound to one (RFC 8705) is worth nothing without it
     * @throws AccessRefusedException TOKEN_INVALID, TOKEN_EXPIRED or ISSUER_UNAVAILABLE
     */
    Identity identityOf(String token, Optional<String> thumbprint) {
        JWTClaimsSet claims = checked(token);
        try {
            requireIssuerAndShortLife(claims);
            requireBinding(claims, thumbprint);
            return TokenClaims.identity(claims);
        } catch (ParseException | IllegalArgumentException e) { // messages may quote the token, and are not passed on
            throw invalid("a claim of it is missing or not of its type; docs/howto/connect-a-hospital.md lists them");
        }
    }

    private JWTClaimsSet checked(String token) {
        if (token.length() > TOKEN_CHARS_MAX) {
            throw invalid("it is longer than " + TOKEN_CHARS_MAX + " characters");
        }
        try {
            return processor.process(token, null);
        } catch (ExpiredJWTException e) {
            throw AccessRefusedException.unauthenticated("TOKEN_EXPIRED", "The token has expired; get a new one");
        } catch (KeySourceException e) {
            throw AccessRefusedException.issuerUnavailable();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw invalid("it is not a JWT that the issuer signed for this audience with RS256, PS256 or ES256");
        }
    }

    private void requireIssuerAndShortLife(JWTClaimsSet claims) {
        if (!issuer.get().equals(claims.getIssuer())) {
            throw invalid("it names another issuer");
        }
        Duration life = Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        if (life.compareTo(LIFE_MAX) > 0) {
            throw invalid("it lives for longer than " + LIFE_MAX.toMinutes() + " minutes");
        }
    }

    private static void requireBinding(JWTClaimsSet claims, Optional<String> thumbprint) throws ParseException {
        Map<String, Object> confirmation = claims.getJSONObjectClaim("cnf");
        if (confirmation != null
                && !thumbprint
                        .filter(shown -> shown.equals(confirmation.get("x5t#S256")))
                        .isPresent()) {
            throw invalid("it is bound to another certificate");
        }
    }

    private static AccessRefusedException invalid(String why) {
        return AccessRefusedException.unauthenticated("TOKEN_INVALID", "The token is refused: " + why);
    }

    private static final class AliveAndMeantForUs extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final InstantSource clock;

        AliveAndMeantForUs(String audience, InstantSource clock) {
            super(audience, null, Set.of("iss", "sub", "iat", "exp"));
            this.clock = clock;
            setMaxClockSkew(Math.toIntExact(CLOCK_TOLERANCE.toSeconds()));
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
