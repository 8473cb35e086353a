package id.sidik.wire.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes EC P-256 keys and signs certificates for them (RFC 5280) at one instant. Writes nothing. */
final class CertificateIssuer {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_653); // ten years
    /** The longest that common TLS clients accept for a server (CA/Browser Forum, 2018 to 2020). */
    private static final Duration LEAF_LIFE = Duration.ofDays(825);
    /** So that a peer whose clock is a little behind accepts a new certificate. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;

    private final SecureRandom random = new SecureRandom();
    private final Instant now;

    CertificateIssuer(Instant now) {
        this.now = now;
    }

    /** A key and the certificate for it. */
    record Issued(PrivateKey key, X509Certificate certificate) {}

    Issued authority() {
        X500Name name = new X500Name("CN=Sidik local authority");
        KeyPair keys = PendingKey.newPair();
        try {
            JcaX509v3CertificateBuilder builder =
                    certificateFor(name, name, keys.getPublic(), now.plus(AUTHORITY_LIFE));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new Issued(keys.getPrivate(), sign(builder, keys.getPrivate()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make a certificate authority", e);
        }
    }

    /** A certificate that serves and calls as {@code role}, on this machine by name and by address. */
    Issued leaf(Role role, Issued authority) {
        KeyPair keys = PendingKey.newPair();
        return new Issued(
                keys.getPrivate(),
                leaf("CN=Sidik " + role.label(), role.uri(), keys.getPublic(), now.plus(LEAF_LIFE), authority));
    }

    /** A certificate for a bridge's own key, never longer than its authority's. */
    X509Certificate bridge(BridgeName name, PublicKey key, Issued authority) {
        Instant end = now.plus(BridgeAuthority.CERTIFICATE_LIFE);
        Instant authorityEnd = authority.certificate().getNotAfter().toInstant();
        return leaf("CN=Sidik bridge", name.uri(), key, end.isBefore(authorityEnd) ? end : authorityEnd, authority);
    }

    private X509Certificate leaf(String subject, String uri, PublicKey key, Instant end, Issued authority) {
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        try {
            JcaX509v3CertificateBuilder builder = certificateFor(issuer, new X500Name(subject), key, end);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.uniformResourceIdentifier, uri),
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1")
            }));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            return sign(builder, authority.key());
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make a certificate", e);
        }
    }

    private JcaX509v3CertificateBuilder certificateFor(X500Name issuer, X500Name subject, PublicKey key, Instant end) {
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1); // never zero
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(now.minus(CLOCK_TOLERANCE)), Date.from(end), subject, key);
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
