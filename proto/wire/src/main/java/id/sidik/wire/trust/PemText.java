package id.sidik.wire.trust;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** Keys and certificates as PEM (RFC 7468). */
final class PemText {
    private PemText() {}

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
