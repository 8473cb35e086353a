package id.sidik.bridge.facade.sbi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For whom captures are encrypted: {@code <host>.pem} for each host of a {@code domainUri}. Files are read at each capture, so that a
 * certificate that was replaced counts at once.
 */
public final class DomainCertificates {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Path folder;
    private final InstantSource clock;

    public DomainCertificates(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The certificate of a domain, as it is now.
     *
     * @throws SbiRefusedException DOMAIN_KEY_MISSING, also for one that is expired or no RSA
     */
    X509Certificate of(Optional<String> domainUri) {
        Path file = domainUri
                .flatMap(DomainCertificates::hostOf)
                .map(host -> folder.resolve(host + ".pem"))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new SbiRefusedException(SbiError.DOMAIN_KEY_MISSING));
        try (InputStream pem = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            certificate.checkValidity(Date.from(clock.instant()));
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new SbiRefusedException(SbiError.DOMAIN_KEY_MISSING, e);
        }
    }

    /** Names that could lead out of the folder are no hosts. */
    private static Optional<String> hostOf(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost())
                    .filter(host -> HOST.matcher(host).matches() && !host.contains(".."));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
