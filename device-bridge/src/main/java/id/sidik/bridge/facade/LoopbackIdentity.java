package id.sidik.bridge.facade;

import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.trust.SigningIdentity;
import id.sidik.wire.trust.TrustException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key with which a façade serves {@code https://localhost}, and the certificate that browsers of this machine have to be told to believe.
 * It names the loopback alone and vouches for nobody else, so that believing it opens nothing more.
 */
final class LoopbackIdentity {
    /** What browsers still accept of a certificate that they were told to believe. */
    private static final Duration LIFE = Duration.ofDays(825);

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackIdentity.class);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private LoopbackIdentity() {}

    /**
     * The one of this bridge; made, and its certificate laid out as {@code loopback.crt}, when there is none or its time is over.
     *
     * @param folder of the bridge
     * @throws TrustException when the file holds something else, or cannot be written
     */
    static SigningIdentity openOrCreate(Path folder, Instant now) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("keys").resolve("loopback.pem"));
        try {
            if (file.exists()) {
                SigningIdentity present = SigningIdentity.parse(file.read());
                if (now.isBefore(present.certificate().getNotAfter().toInstant())) {
                    return present;
                }
            }
            SigningIdentity made = SigningIdentity.ofLoopback("Sidik bridge on this machine", now, LIFE);
            file.write(made.pem());
            Path certificate = folder.resolve("loopback.crt");
            Files.writeString(certificate, pemOf(made), StandardCharsets.US_ASCII);
            LOG.info("browsers of this machine have to be told to believe {}", certificate);
            return made;
        } catch (IOException | CertificateEncodingException e) {
            throw new TrustException("Cannot use the key of the loopback " + file + ": " + e.getMessage(), e);
        }
    }

    private static String pemOf(SigningIdentity identity) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + LINES.encodeToString(identity.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
