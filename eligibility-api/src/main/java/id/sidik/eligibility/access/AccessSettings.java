package id.sidik.eligibility.access;

import java.net.URI;
import java.util.Optional;

/**
 * Whose tokens count.
 *
 * @param issuer an OpenID Connect issuer; empty for this gate's own
 * @param audience what a token must be meant for
 * @param jwks where the issuer's keys are; empty to ask the issuer's discovery document
 */
public record AccessSettings(Optional<URI> issuer, String audience, Optional<URI> jwks) {
    /** @throws IllegalArgumentException for an address over which anybody could change the keys */
    public AccessSettings {
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("audience is empty; name what tokens for this gate say in aud");
        }
        issuer.ifPresent(AccessSettings::requireSafe);
        jwks.ifPresent(AccessSettings::requireSafe);
    }

    static void requireSafe(URI uri) {
        boolean loopback = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !loopback) {
            throw new IllegalArgumentException("'" + uri + "' is not https; keys that others can change prove nothing");
        }
    }
}
