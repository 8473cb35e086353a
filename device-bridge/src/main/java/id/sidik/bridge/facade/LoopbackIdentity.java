package id.sidik.bridge.facade;

import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.trust.SigningIdentity;
import id.sidik.wire.trust.TrustException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private LoopbackIdentity() {}

    /**
     * The one of this bridge; made when there is none or its time is over. Its certificate is laid out as {@code loopback.crt} whenever that
     * is not there.
     *
     * @param folder of the bridge
     * @throws TrustException when the file holds something else, or cannot be written
     */
    static SigningIdentity openOrCreate(Path folder, Instant now) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("keys").resolve("loopback.pem"));
        Path certificate = folder.resolve("loopback.crt");
        try {
            Optional<SigningIdentity> present = present(file, now);
            if (present.isEmpty()) {
                Files.deleteIfExists(certificate); // it is of a key that goes
            }
            SigningIdentity identity = present.isPresent() ? present.get() : made(file, now);
            if (Files.notExists(certificate)) {
                DurableFiles.replace(certificate, StandardCharsets.US_ASCII.encode(identity.certificatePem()));
                LOG.info("browsers of this machine have to be told to believe {}", certificate);
            }
            return identity;
        } catch (IOException e) {
            throw new TrustException("Cannot use the key of the loopback " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<SigningIdentity> present(OwnerOnlyFile file, Instant now) throws IOException {
        return file.exists()
                ? Optional.of(SigningIdentity.parse(file.read()))
                        .filter(identity -> now.isBefore(
                                identity.certificate().getNotAfter().toInstant()))
                : Optional.empty();
    }

    private static SigningIdentity made(OwnerOnlyFile file, Instant now) throws IOException {
        SigningIdentity made = SigningIdentity.ofLoopback("Sidik bridge on this machine", now, LIFE);
        file.write(made.pem());
        return made;
    }
}
