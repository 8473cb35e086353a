package id.sidik.wire.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request for a certificate (PKCS#10, RFC 2986) of which nothing counts but the public key: what the certificate says of its holder, the
 * authority decides. Its signature shows that whoever asks has the private half.
 */
public final class CertificateRequest {
    /** One of ours has about 200; nobody's P-256 key needs more. */
    private static final int BYTES_MAX = 2_048;

    private final byte[] der;
    private final PublicKey key;

    private CertificateRequest(byte[] der, PublicKey key) {
        this.der = der;
        this.key = key;
    }

    static CertificateRequest of(KeyPair keys) {
        try {
            byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=Sidik bridge"), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
            return new CertificateRequest(der, keys.getPublic());
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("This JDK cannot sign with EC P-256", e);
        }
    }

    /**
     * Reads and checks one.
     *
     * @throws IllegalArgumentException when it is too long, no request, of another kind of key than EC P-256, or not signed by its own key
     */
    public static CertificateRequest parse(byte[] der) {
        if (der.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a certificate request has at most " + BYTES_MAX + " bytes, not " + der.length);
        }
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            if (!SECObjectIdentifiers.secp256r1.equals(
                    request.getSubjectPublicKeyInfo().getAlgorithm().getParameters())) {
                throw new IllegalArgumentException("a certificate request must be for a key on EC P-256");
            }
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("the certificate request is not signed by its own key");
            }
            return new CertificateRequest(der.clone(), key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new IllegalArgumentException("this is no certificate request (PKCS#10, DER)", e);
        }
    }

    PublicKey key() {
        return key;
    }

    /** A copy. */
    public byte[] der() {
        return der.clone();
    }

    /** Which key it is for: SHA-256 of its SubjectPublicKeyInfo, hexadecimal. The request's own bytes differ with each signature. */
    public String keySha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
