package id.sidik.wire.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An RSA key and the certificates that vouch for it, for contracts of others that ask for RS256 with {@code x5c}. As text it is PEM: the
 * key as PKCS#8, then the certificates, the key's own first.
 */
public final class SigningIdentity {
    private static final int KEY_BITS = 2_048;
    private static final int SERIAL_BITS = 127;
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SigningIdentity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** A fresh key that vouches for itself from {@code now} on. Takes about a tenth of a second. */
    public static SigningIdentity selfSigned(String commonName, Instant now, Duration life) {
        return selfSigned(commonName, now, life, false);
    }

    /** Likewise, to serve TLS with under the names of this machine's loopback and no other. */
    public static SigningIdentity ofLoopback(String commonName, Instant now, Duration life) {
        return selfSigned(commonName, now, life, true);
    }

    private static SigningIdentity selfSigned(String commonName, Instant now, Duration life, boolean servesLoopback) {
        SecureRandom random = new SecureRandom();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + commonName);
            JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1), // never zero
                    Date.from(now.minus(CLOCK_TOLERANCE)),
                    Date.from(now.plus(life)),
                    name,
                    keys.getPublic());
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            if (servesLoopback) {
                addLoopback(certificate);
            }
            return new SigningIdentity(
                    keys.getPrivate(),
                    List.of(new JcaX509CertificateConverter()
                            .getCertificate(certificate.build(
                                    new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())))));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("This JDK cannot make an RSA key with a certificate", e);
        }
    }

    private static void addLoopback(JcaX509v3CertificateBuilder certificate) throws CertIOException {
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        }));
    }

    /**
     * Reads the text.
     *
     * @throws TrustException when it lacks the key or its certificate, or holds something else
     */
    public static SigningIdentity parse(String pem) {
        Optional<PrivateKey> key = Optional.empty();
        List<X509Certificate> chain = new ArrayList<>();
        for (Object part : partsOf(pem)) {
            switch (part) {
                case PrivateKey own -> key = Optional.of(own);
                case X509Certificate certificate -> chain.add(certificate);
                default -> throw new TrustException("The signing key's file holds something that is no key");
            }
        }
        if (key.isEmpty() || chain.isEmpty()) {
            throw new TrustException("The signing key's file needs a PKCS#8 key and its certificate");
        }
        return new SigningIdentity(key.get(), chain);
    }

    private static List<Object> partsOf(String pem) {
        try {
            return PemText.parse(pem);
        } catch (IOException e) {
            throw new TrustException("The signing key's file is no PEM that can be read", e);
        }
    }

    /** The text that {@link #parse} reads. Holds the private key. */
    public String pem() {
        return PemText.of(key) + chain.stream().map(PemText::of).collect(Collectors.joining());
    }

    /** The key's own certificate alone, as PEM. Holds nothing secret. */
    public String certificatePem() {
        return PemText.of(certificate());
    }

    public PrivateKey key() {
        return key;
    }

    /** The key's own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Whether nobody but the key itself vouches for it. */
    public boolean isSelfSigned() {
        return certificate().getIssuerX500Principal().equals(certificate().getSubjectX500Principal());
    }

    @Override
    public String toString() {
        return "SigningIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}
