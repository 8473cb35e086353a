package id.sidik.eligibility.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.sidik.eligibility.nid.Nid;
import id.sidik.wire.trust.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a token good, and each thing that makes it bad. */
class TokenCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
    private static final String ISSUER = "https://login.example.id";
    private static final String NID = "3174015708850003";

    private final ECKey key = key();
    private final TokenCheck check = new TokenCheck(
            (selector, _) -> selector.select(new JWKSet(key.toPublicJWK())), () -> ISSUER, "sidik", () -> NOW);

    @Test
    void readsRolePersonAndScope() {
        Identity hospital = check.identityOf(
                token(claims -> claims.claim("sidik_role", "facility").claim("sidik_facilities", List.of("RSUD-01"))),
                Optional.empty());

        assertThat(hospital.role()).isEqualTo(Role.FACILITY);
        assertThat(hospital.person()).contains("dewi");
        assertThat(hospital.scope().facilities()).containsExactly("RSUD-01");
    }

    @Test
    void readsAMembersOwnNumber() {
        Identity member = check.identityOf(
                token(claims -> claims.claim("sidik_role", "member").claim("sidik_nid", NID)), Optional.empty());

        assertThat(member.scope().self()).contains(new Nid(NID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"facility", "employer", "member"})
    void refusesARoleWhoseOwnRecordsWouldBeNobodys(String role) {
        refused(token(claims -> claims.claim("sidik_role", role)), "TOKEN_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "matcher", "eligibility", "client", "admin", ""})
    void refusesARoleThatNoTokenCanGive(String role) {
        refused(token(claims -> claims.claim("sidik_role", role)), "TOKEN_INVALID");
    }

    @Test
    void refusesAnExpiredToken() {
        refused(
                token(claims -> claims.issueTime(Date.from(NOW.minus(Duration.ofMinutes(30))))
                        .expirationTime(Date.from(NOW.minusSeconds(61)))),
                "TOKEN_EXPIRED");
    }

    @Test
    void bearsWithAClockThatIsAMinuteOff() {
        assertThat(check.identityOf(
                                token(claims -> claims.expirationTime(Date.from(NOW.minusSeconds(59)))),
                                Optional.empty())
                        .role())
                .isEqualTo(Role.OPERATOR);
    }

    @Test
    void refusesATokenThatLivesForLongerThanAnHour() {
        refused(token(claims -> claims.expirationTime(Date.from(NOW.plus(Duration.ofMinutes(61))))), "TOKEN_INVALID");
    }

    @Test
    void refusesATokenThatNeverExpires() {
        refused(token(claims -> claims.expirationTime(null)), "TOKEN_INVALID");
    }

    @Test
    void refusesAnotherIssuersToken() {
        refused(token(claims -> claims.issuer("https://elsewhere.example")), "TOKEN_INVALID");
    }

    @Test
    void refusesATokenForAnotherService() {
        refused(token(claims -> claims.audience("payroll")), "TOKEN_INVALID");
    }

    @Test
    void refusesATokenThatNobodySigned() {
        refused(new PlainJWT(claims(claims -> claims)).serialize(), "TOKEN_INVALID");
    }

    /** The oldest trick: to sign with the public key as if it were a password. */
    @Test
    void refusesATokenThatIsSignedWithThePublicKeyAsASecret() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims(claims -> claims));
        forged.sign(new MACSigner(key.toPublicJWK().toECPublicKey().getEncoded()));

        refused(forged.serialize(), "TOKEN_INVALID");
    }

    @Test
    void refusesATokenOfAnotherKey() {
        ECKey stranger = key();
        refused(signed(stranger, key.getKeyID(), claims(claims -> claims)), "TOKEN_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.."})
    void refusesWhatIsNoToken(String text) {
        refused(text, "TOKEN_INVALID");
    }

    @Test
    void refusesAnEndlessToken() {
        refused("x".repeat(100_000), "TOKEN_INVALID");
    }

    @Test
    void takesABoundTokenWithItsCertificateAlone() {
        String bound = token(claims -> claims.claim("cnf", Map.of("x5t#S256", "thumb-1")));

        assertThat(check.identityOf(bound, Optional.of("thumb-1")).role()).isEqualTo(Role.OPERATOR);
        assertThatThrownBy(() -> check.identityOf(bound, Optional.of("thumb-2")))
                .isInstanceOfSatisfying(
                        AccessRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("TOKEN_INVALID"));
        refused(bound, "TOKEN_INVALID");
    }

    @Test
    void repeatsNothingOfARefusedToken() {
        String bad = token(claims -> claims.claim("sidik_role", "member").claim("sidik_nid", NID + "9"));

        assertThatThrownBy(() -> check.identityOf(bad, Optional.empty()))
                .hasMessageNotContaining(NID)
                .hasNoCause();
    }

    @Test
    void theOwnIssuersTokensAreGoodAcrossAChangeOfKeys() {
        Instant[] now = {NOW};
        EmbeddedIssuer issuer = new EmbeddedIssuer(() -> ISSUER, "sidik", () -> now[0]);
        TokenCheck own = new TokenCheck(issuer.keys(), () -> ISSUER, "sidik", () -> now[0]);
        TokenOrder order = new TokenOrder(
                Role.EMPLOYER, "payroll", new Scope(Set.of(), Set.of("NPP-1"), Optional.empty()), Optional.empty());
        String first = issuer.issue(order);
        String keysBefore = issuer.jwks();

        now[0] = NOW.plus(Duration.ofDays(1)).minusSeconds(1);
        String lastOfOldKey = issuer.issue(order);
        now[0] = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
        String firstOfNewKey = issuer.issue(order);

        assertThat(issuer.jwks()).isNotEqualTo(keysBefore).doesNotContain("\"d\"");
        assertThat(own.identityOf(lastOfOldKey, Optional.empty()).scope().employers())
                .containsExactly("NPP-1");
        assertThat(own.identityOf(firstOfNewKey, Optional.empty()).person()).contains("payroll");
        assertThatThrownBy(() -> own.identityOf(first, Optional.empty()))
                .isInstanceOfSatisfying(
                        AccessRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("TOKEN_EXPIRED"));
    }

    private void refused(String token, String reason) {
        assertThatThrownBy(() -> check.identityOf(token, Optional.empty()))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.kind()).isEqualTo(AccessRefusedException.Kind.UNAUTHENTICATED);
                });
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, key.getKeyID(), claims(change));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("sidik")
                        .subject("dewi")
                        .issueTime(Date.from(NOW.minusSeconds(120)))
                        .expirationTime(Date.from(NOW.plusSeconds(300)))
                        .claim("sidik_role", "operator"))
                .build();
    }

    private static String signed(ECKey signer, String keyId, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims);
            token.sign(new ECDSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
