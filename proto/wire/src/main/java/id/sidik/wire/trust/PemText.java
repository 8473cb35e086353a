package id.sidik.wire.trust;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** Keys and certificates as PEM (RFC 7468). */
final class PemText {
    private PemText() {}

    /**
     * The parts of a text, in order: keys and certificates as the JDK has them, and whatever else Bouncy Castle knows.
     *
     * @throws IOException when a part cannot be read
     */
    static List<Object> parse(String text) throws IOException {
        JcaPEMKeyConverter keys = new JcaPEMKeyConverter();
        List<Object> parts = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(
                        switch (part) {
                            case PrivateKeyInfo info -> keys.getPrivateKey(info);
                            case SubjectPublicKeyInfo info -> keys.getPublicKey(info);
                            case X509CertificateHolder holder ->
                                new JcaX509CertificateConverter().getCertificate(holder);
                            default -> part;
                        });
            }
        } catch (CertificateException e) {
            throw new IOException(e.getMessage(), e);
        }
        return parts;
    }

    /** A certificate or a public key. */
    static String of(Object content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            if (content instanceof PemObjectGenerator generator) {
                writer.writeObject(generator);
            } else {
                writer.writeObject(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory only
        }
        return text.toString();
    }

    /** A private key as PKCS#8, not encrypted. */
    static String of(PrivateKey key) {
        try {
            return of(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory only
        }
    }
}
