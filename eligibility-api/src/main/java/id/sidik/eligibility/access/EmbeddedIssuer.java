package id.sidik.eligibility.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The gate's own issuer of access tokens, where no other is configured. Its ES256 keys live in memory and take turns: a new one each day,
 * the one before it is published until its last token has died. After a restart the tokens of before are worth nothing, and nobody misses
 * them for longer than they would have lived.
 */
public final class EmbeddedIssuer {
    /** Long enough for a demonstration's scene, short enough to be careless with. */
    public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private static final Duration KEY_LIFE = Duration.ofDays(1);

    private final Supplier<String> name;
    private final String audience;
    private final InstantSource clock;
    private final List<Key> keys = new ArrayList<>(); // the newest last, two at most

    private record Key(ECKey pair, Instant madeAt) {}

    /** @param name the issuer's address, as {@code iss} and the discovery document say it */
    EmbeddedIssuer(Supplier<String> name, String audience, InstantSource clock) {
        this.name = name;
        this.audience = audience;
        this.clock = clock;
    }

    /** The issuer's address. */
    public String name() {
        return name.get();
    }

    /** Makes a token, which lives for {@link #TOKEN_LIFE}. */
    public String issue(TokenOrder order) {
        ECKey key = newest();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(audience)
                .subject(order.person())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                .claim(TokenClaims.ROLE, order.role().label());
        Scope scope = order.scope();
        if (!scope.facilities().isEmpty()) {
            claims.claim(TokenClaims.FACILITIES, List.copyOf(scope.facilities()));
        }
        if (!scope.employers().isEmpty()) {
            claims.claim(TokenClaims.EMPLOYERS, List.copyOf(scope.employers()));
        }
        scope.self().map(Nid::wholeDigits).ifPresent(nid -> claims.claim(TokenClaims.NID, nid));
        order.boundTo().ifPresent(thumbprint -> claims.claim("cnf", Map.of("x5t#S256", thumbprint)));
        return signed(key, claims.build());
    }

    private static String signed(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    /** The public keys as RFC 7517 has them. */
    public String jwks() {
        return new JWKSet(current()).toString(true);
    }

    /** The keys for {@link TokenCheck}. */
    JWKSource<SecurityContext> keys() {
        return (selector, _) -> selector.select(new JWKSet(current()));
    }

    private synchronized ECKey newest() {
        Instant now = clock.instant();
        if (keys.isEmpty() || keys.getLast().madeAt().plus(KEY_LIFE).isBefore(now)) {
            keys.add(new Key(fresh(), now));
        }
        if (keys.size() > 1 && keys.getLast().madeAt().plus(TokenCheck.LIFE_MAX).isBefore(now)) {
            keys.removeFirst();
        }
        return keys.getLast().pair();
    }

    private synchronized List<JWK> current() {
        newest();
        return keys.stream().<JWK>map(Key::pair).toList();
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes keys on P-256", e);
        }
    }
}
