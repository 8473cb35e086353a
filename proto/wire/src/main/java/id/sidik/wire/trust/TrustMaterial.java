package id.sidik.wire.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** What one process needs to prove its role and to check others': its private key, its certificate chain, and the authority. */
public final class TrustMaterial {
    private final Role role;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private TrustMaterial(Role role, PrivateKey key, X509Certificate certificate, X509Certificate authority) {
        this.role = role;
        this.key = key;
        this.certificate = certificate;
        this.authority = authority;
    }

    /**
     * Reads the material of one role.
     *
     * @throws TrustException when a file is missing or not what its name says, when others can read the private key, when the
     *     certificate is not valid now, was not issued by the authority, or speaks for another role, and for any role but that of a
     *     bridge on a box that joined a fleet
     */
    public static TrustMaterial load(Path folder, Role role, InstantSource clock) {
        if (BridgeIdentity.isIn(folder)) {
            return ofTheBridge(folder, role, clock);
        }
        TrustFolder trust = new TrustFolder(folder.toAbsolutePath().normalize());
        if (trust.absentOrEmpty()) {
            throw new TrustException("There are no keys in " + trust.path()
                    + ": nothing was started on this data folder yet; run ./sidik up, or name another folder");
        }
        X509Certificate authority = trust.certificate(TrustFolder.AUTHORITY);
        X509Certificate certificate = trust.certificate(role.label());
        requireUsable(trust.certificateFile(role.label()), certificate, authority, clock);
        if (!Role.of(certificate).equals(Optional.of(role))) {
            throw new TrustException(trust.certificateFile(role.label()) + " does not speak for " + role.uri()
                    + "; put the right file back");
        }
        PrivateKey key = trust.key(role.label());
        if (!belongTogether(key, certificate)) {
            throw new TrustException(trust.keyFile(role.label())
                    + " does not belong to the certificate beside it; put the right file back");
        }
        return new TrustMaterial(role, key, certificate, authority);
    }

    private static TrustMaterial ofTheBridge(Path folder, Role role, InstantSource clock) {
        if (role != Role.BRIDGE) {
            throw new TrustException("this box joined a fleet and holds a bridge's certificate alone;"
                    + " see its health page, or ask at the gate");
        }
        return BridgeIdentity.load(folder, clock).material();
    }

    /**
     * The material of a bridge that joined a fleet.
     *
     * @throws IllegalArgumentException when its parts do not belong together; says nothing about time
     */
    static TrustMaterial ofBridge(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate was not issued by the authority beside it", e);
        }
        if (BridgeName.of(certificate).isEmpty()) {
            throw new IllegalArgumentException("the certificate names no bridge");
        }
        if (!belongTogether(key, certificate)) {
            throw new IllegalArgumentException("the key does not belong to the certificate beside it");
        }
        return new TrustMaterial(Role.BRIDGE, key, certificate, authority);
    }

    private static void requireUsable(
            Path file, X509Certificate certificate, X509Certificate authority, InstantSource clock) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            certificate.verify(authority.getPublicKey());
        } catch (CertificateException e) {
            throw new TrustException(
                    file + " is not valid now (" + e.getMessage()
                            + "); have it issued again, or check this machine's clock",
                    e);
        } catch (GeneralSecurityException e) {
            throw new TrustException(file + " was not issued by the authority beside it; put the right file back", e);
        }
    }

    /** Signs and checks one value; a mismatch would otherwise show only as failing handshakes. */
    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            byte[] anything = certificate.getSignature();
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(anything);
            byte[] signature = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(anything);
            return signer.verify(signature);
        } catch (GeneralSecurityException notEvenTheSameAlgorithm) {
            return false;
        }
    }

    public Role role() {
        return role;
    }

    /** Never log it. */
    public PrivateKey key() {
        return key;
    }

    /** The own certificate first; the authority is not part of it, peers have it. */
    public List<X509Certificate> chain() {
        return List.of(certificate);
    }

    public X509Certificate authority() {
        return authority;
    }

    @Override
    public String toString() {
        return "TrustMaterial[" + role.uri() + "]";
    }
}
