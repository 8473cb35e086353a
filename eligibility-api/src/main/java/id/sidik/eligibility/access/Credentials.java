package id.sidik.eligibility.access;

import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller showed.
 *
 * @param certificateRole what the certificate of the connection speaks for
 * @param bridge which bridge it names, if it does
 * @param certificateThumbprint {@code x5t#S256} of that certificate
 * @param token the access token, not checked yet; a secret
 */
public record Credentials(
        Optional<Role> certificateRole,
        Optional<BridgeName> bridge,
        Optional<String> certificateThumbprint,
        Optional<String> token) {
    private static final String BEARER = "bearer ";

    /**
     * Reads them.
     *
     * @param authorization the header {@code Authorization} (RFC 6750, 2.1), if there is one; of another scheme than Bearer, it is a token
     *     that nobody accepts, and not none
     */
    public static Credentials of(Optional<X509Certificate> certificate, Optional<String> authorization) {
        return new Credentials(
                certificate.flatMap(Role::of),
                certificate.flatMap(BridgeName::of),
                certificate.map(PeerCertificate::thumbprint),
                authorization.map(Credentials::withoutScheme));
    }

    /** The bridge that joined whose certificate it is, if it is one. */
    Optional<JoinedBridge> joinedBridge() {
        return bridge.map(name -> new JoinedBridge(name, certificateThumbprint.orElse("")));
    }

    private static String withoutScheme(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    @Override
    public String toString() {
        return "Credentials[" + certificateRole + (token.isPresent() ? ", with a token]" : "]");
    }
}
