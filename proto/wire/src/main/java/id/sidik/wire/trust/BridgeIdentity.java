package id.sidik.wire.trust;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a bridge got by joining a fleet, in one file that is replaced as a whole: a key is never found beside the certificate of another.
 * {@code <data>/trust/bridge.identity.pem}, 0600:
 *
 * <pre>
 * gate: gate.example:7442
 * -----BEGIN PRIVATE KEY----- ...   of TLS, EC P-256, PKCS#8
 * -----BEGIN CERTIFICATE----- ...   for it
 * -----BEGIN CERTIFICATE----- ...   of the authority
 * -----BEGIN PUBLIC KEY----- ...    the institution's anchor, Ed25519
 * </pre>
 *
 * @param name who the certificate says that this is
 * @param gate where the gate is called from then on
 * @param anchor whose signature counts on what the institution sends to its bridges
 */
public record BridgeIdentity(TrustMaterial material, BridgeName name, HostPort gate, PublicKey anchor) {
    private static final String FILE = "bridge.identity.pem";
    private static final String GATE = "gate: ";

    /** Whether a bridge's trust folder holds one. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * What a gate answered to a request for this key.
     *
     * @param certificate DER
     * @param authority DER
     * @throws TrustException when the parts do not belong together
     */
    public static BridgeIdentity of(
            PendingKey key, byte[] certificate, byte[] authority, HostPort gate, PublicKey anchor) {
        try {
            return of(key.privateKey(), certificateOf(certificate), certificateOf(authority), gate, anchor);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new TrustException("The gate's answer cannot be used: " + e.getMessage(), e);
        }
    }

    private static BridgeIdentity of(
            PrivateKey key, X509Certificate certificate, X509Certificate authority, HostPort gate, PublicKey anchor) {
        TrustMaterial material = TrustMaterial.ofBridge(key, certificate, authority);
        return new BridgeIdentity(material, BridgeName.of(certificate).orElseThrow(), gate, anchor);
    }

    /** Reads a certificate as answers carry it: DER. */
    public static X509Certificate certificateOf(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** As {@link #load}, if there is one. */
    public static Optional<BridgeIdentity> find(Path folder, InstantSource clock) {
        return isIn(folder) ? Optional.of(load(folder, clock)) : Optional.empty();
    }

    /**
     * Reads the file.
     *
     * @throws TrustException when it cannot be read or used, when others can read it, or when the certificate is not valid now
     */
    public static BridgeIdentity load(Path folder, InstantSource clock) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve(FILE));
        BridgeIdentity identity = read(file);
        Instant now = clock.instant();
        if (now.isAfter(identity.expiresAt())) {
            throw new TrustException("The certificate of this bridge expired at " + identity.expiresAt()
                    + ": ask an officer for a code ('./sidik fleet invite') and join again ('./sidik fleet join');"
                    + " if it did not, mend this machine's clock, which says " + now);
        }
        if (now.isBefore(identity.certificate().getNotBefore().toInstant())) {
            throw new TrustException(
                    "The certificate of this bridge is of the future by this machine's clock, which says " + now
                            + "; mend the clock");
        }
        return identity;
    }

    private static BridgeIdentity read(OwnerOnlyFile file) {
        try {
            return parse(file.read());
        } catch (AccessDeniedException open) {
            throw new TrustException(String.valueOf(open.getMessage()), open);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | ProofRefusedException e) {
            throw new TrustException(
                    file + " holds no identity of a bridge (" + e.getMessage()
                            + "); restore it from a backup, or join again ('./sidik fleet join')",
                    e);
        }
    }

    private static BridgeIdentity parse(String text) throws IOException, GeneralSecurityException {
        Optional<PrivateKey> key = Optional.empty();
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object part : PemText.parse(text)) {
            switch (part) {
                case PrivateKey own -> key = Optional.of(own);
                case X509Certificate certificate -> certificates.add(certificate);
                default -> {} // the anchor, which is read below
            }
        }
        if (key.isEmpty() || certificates.size() != 2) {
            throw new IllegalArgumentException("it needs a key, its certificate and the authority's");
        }
        String gate = text.lines()
                .filter(line -> line.startsWith(GATE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it does not say where the gate is"));
        return of(
                key.get(),
                certificates.getFirst(),
                certificates.getLast(),
                HostPort.parse(gate.substring(GATE.length())),
                Ed25519.fromPem(text));
    }

    /**
     * Puts it in the place of what was there, durably, whole or not at all.
     *
     * @throws TrustException when the folder cannot be written
     */
    public void save(Path folder) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve(FILE));
        try {
            file.write(GATE + gate + "\n" + PemText.of(material.key()) + PemText.of(certificate())
                    + PemText.of(material.authority()) + Ed25519.toPem(anchor));
        } catch (IOException e) {
            throw new TrustException(
                    "Cannot write " + file + " (" + e + "); make its folder writable for this user", e);
        }
    }

    public Instant expiresAt() {
        return certificate().getNotAfter().toInstant();
    }

    /** Whether its certificate is for this key. */
    public boolean isFor(PendingKey key) {
        return certificate().getPublicKey().equals(key.publicKey());
    }

    /**
     * The same bridge with its next certificate.
     *
     * @param next DER
     * @throws TrustException when it is not for this key and this bridge, or of another authority
     */
    public BridgeIdentity renewed(PendingKey key, byte[] next) {
        try {
            BridgeIdentity renewed = of(key.privateKey(), certificateOf(next), material.authority(), gate, anchor);
            if (!renewed.name().equals(name)) {
                throw new TrustException("The next certificate is for another bridge");
            }
            return renewed;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new TrustException("The next certificate cannot be used: " + e.getMessage(), e);
        }
    }

    /** When the next certificate is due: after two thirds of this one's life. */
    public Instant renewAt() {
        Instant from = certificate().getNotBefore().toInstant();
        Duration life = Duration.between(from, expiresAt());
        return from.plus(life.multipliedBy(2).dividedBy(3));
    }

    private X509Certificate certificate() {
        return material.chain().getFirst();
    }
}
