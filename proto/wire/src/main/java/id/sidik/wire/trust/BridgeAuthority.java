package id.sidik.wire.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;

/** Makes certificates for bridges that join a fleet, with the authority's key of this installation. */
public final class BridgeAuthority {
    /** Short, so that a stolen box is soon a stranger; long enough for a box that is away over a school holiday, and renewed at two thirds. */
    public static final Duration CERTIFICATE_LIFE = Duration.ofDays(90);

    private final TrustFolder trust;
    private final InstantSource clock;

    /** The authority of a trust folder, whose files are read when they are needed. */
    public BridgeAuthority(Path folder, InstantSource clock) {
        this.trust = new TrustFolder(folder.toAbsolutePath().normalize());
        this.clock = clock;
    }

    /** Whether its key is here: an institution may keep it elsewhere. */
    public boolean canIssue() {
        return Files.exists(trust.keyFile(TrustFolder.AUTHORITY));
    }

    /**
     * A certificate for the key of the request. The authority's key is read each time, and not kept.
     *
     * @throws TrustException when the authority's key is not here
     */
    public X509Certificate issue(BridgeName name, CertificateRequest request) {
        return new CertificateIssuer(clock.instant())
                .bridge(
                        name,
                        request.key(),
                        new CertificateIssuer.Issued(trust.key(TrustFolder.AUTHORITY), certificate()));
    }

    /**
     * The authority's own certificate.
     *
     * @throws TrustException when it is not here
     */
    public X509Certificate certificate() {
        return trust.certificate(TrustFolder.AUTHORITY);
    }
}
