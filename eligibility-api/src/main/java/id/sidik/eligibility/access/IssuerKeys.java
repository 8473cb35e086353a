package id.sidik.eligibility.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer elsewhere: found by its discovery document (OpenID Connect Discovery 1.0) unless told where, kept for
 * {@link #KEPT}, fetched anew when a token names one that we lack (so a rotation is followed at once, but not more often than
 * {@link #ASKED_AT_MOST_EVERY}), and used for {@link #OUTAGE_MAX} longer while the issuer cannot be reached. Nothing is asked before the
 * first token comes: the gate starts without its issuer.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration OUTAGE_MAX = Duration.ofHours(4);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(3);
    /** While the issuer does not answer, callers are told so at once and not each after {@link #ANSWER_PATIENCE}. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

    private static final int DOCUMENT_BYTES_MAX = 256 * 1024;

    private final URI issuer;
    private final LongSupplier nanoTime;
    private final DefaultResourceRetriever documents;
    private final Optional<URI> jwks;
    private @Nullable JWKSource<SecurityContext> found;
    private @Nullable Long failedNanos;

    /**
     * Asks nothing yet.
     *
     * @param jwks where the keys are; empty to ask the issuer
     * @param nanoTime as {@link System#nanoTime()}
     */
    IssuerKeys(URI issuer, Optional<URI> jwks, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.jwks = jwks;
        this.nanoTime = nanoTime;
        int millis = Math.toIntExact(ANSWER_PATIENCE.toMillis());
        this.documents = new DefaultResourceRetriever(millis, millis, DOCUMENT_BYTES_MAX);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return source().get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> source() throws KeySourceException {
        JWKSource<SecurityContext> known = found;
        if (known != null) {
            return known;
        }
        if (failedNanos != null && nanoTime.getAsLong() - failedNanos < FAILURE_KEPT.toNanos()) {
            throw new RemoteKeySourceException("the issuer did not answer a moment ago", null);
        }
        try {
            JWKSource<SecurityContext> fresh = at(jwks.isPresent() ? jwks.get() : discovered());
            found = fresh;
            return fresh;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            failedNanos = nanoTime.getAsLong();
            throw new RemoteKeySourceException("the discovery document of " + issuer + " cannot be read", e);
        }
    }

    private URI discovered() throws IOException, ParseException {
        String slash = issuer.toString().endsWith("/") ? "" : "/";
        URL document =
                URI.create(issuer + slash + ".well-known/openid-configuration").toURL();
        Map<String, Object> said =
                JSONObjectUtils.parse(documents.retrieveResource(document).getContent());
        if (!issuer.toString().equals(JSONObjectUtils.getString(said, "issuer"))) {
            throw new IllegalArgumentException("the document is another issuer's");
        }
        URI keys = URI.create(String.valueOf(JSONObjectUtils.getString(said, "jwks_uri")));
        AccessSettings.requireSafe(keys);
        return keys;
    }

    private JWKSource<SecurityContext> at(URI keys) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), documents)
                .cache(KEPT.toMillis(), ANSWER_PATIENCE.multipliedBy(2).toMillis())
                .rateLimited(ASKED_AT_MOST_EVERY.toMillis())
                .outageTolerant(OUTAGE_MAX.toMillis())
                .build();
    }
}
