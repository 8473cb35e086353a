package id.sidik.wire.trust;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which bridge a certificate of role {@link Role#BRIDGE} speaks for, where it joined a fleet. It stands in the certificate as the path of
 * its SPIFFE id: {@code spiffe://sidik.local/bridge/<facility>/<device>}. The bridge of an authority's own box has a certificate without.
 *
 * @param facilityId where it stands, 1 to 40 of [A-Za-z0-9._-]
 * @param deviceId whose captures it seals, likewise
 */
public record BridgeName(String facilityId, String deviceId) {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public BridgeName {
        requireSegment("a facility id", facilityId);
        requireSegment("a device id", deviceId);
    }

    /** The name in a certificate; empty for one that names no bridge. Says nothing about the issuer: TLS has checked that. */
    public static Optional<BridgeName> of(X509Certificate certificate) {
        return Role.soleUriOf(certificate).flatMap(BridgeName::ofUri);
    }

    static Optional<BridgeName> ofUri(String uri) {
        String prefix = Role.BRIDGE.uri() + "/";
        if (!uri.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] segments = uri.substring(prefix.length()).split("/", -1);
        return segments.length == 2 && isSegment(segments[0]) && isSegment(segments[1])
                ? Optional.of(new BridgeName(segments[0], segments[1]))
                : Optional.empty();
    }

    String uri() {
        return Role.BRIDGE.uri() + "/" + facilityId + "/" + deviceId;
    }

    /** A path of dots alone would be another path (RFC 3986, 5.2.4). */
    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    private static void requireSegment(String what, String text) {
        if (!isSegment(text)) {
            throw new IllegalArgumentException(what + " is 1 to 40 of [A-Za-z0-9._-] and not dots alone");
        }
    }
}
