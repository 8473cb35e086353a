package id.sidik.eligibility.fleet;

import java.time.Instant;
import java.util.Base64;

/**
 * A certificate that a bridge holds.
 *
 * @param keySha256 of the key that it is for: whoever asks again for the same key gets the same certificate
 * @param thumbprint {@code x5t#S256}, which a connection shows
 * @param derBase64 the certificate itself
 */
public record IssuedCertificate(String keySha256, String thumbprint, String derBase64, Instant expiresAt) {
    /** The certificate in DER. */
    public byte[] der() {
        return Base64.getDecoder().decode(derBase64);
    }
}
