package id.sidik.eligibility.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** An Ed25519 private key in PEM as PKCS#8 (RFC 8410), which {@code openssl pkey} reads, too. */
final class SigningKeyFile {
    private static final String PEM_TYPE = "PRIVATE KEY";

    private final SecretFile file;

    SigningKeyFile(SecretFile file) {
        this.file = file;
    }

    void create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            file.create(pem(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    KeyPair read() {
        try (PemReader pem = new PemReader(new StringReader(file.read()))) {
            PemObject block = pem.readPemObject();
            if (block == null || !block.getType().equals(PEM_TYPE)) {
                throw new KeysRefusedException(file + " holds no PEM private key: restore it from a backup");
            }
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            EdECPrivateKey key = (EdECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(block.getContent()));
            return new KeyPair(publicKey(factory, key), key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new KeysRefusedException(file + " holds no Ed25519 key: restore it from a backup", e);
        }
    }

    /** The JDK does not compute the public half of a key that it has read; Bouncy Castle does. */
    private static PublicKey publicKey(KeyFactory factory, EdECPrivateKey key)
            throws GeneralSecurityException, IOException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("a key without its bytes"));
        byte[] subjectPublicKeyInfo = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new Ed25519PrivateKeyParameters(seed).generatePublicKey())
                .getEncoded();
        return factory.generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    }

    private static String pem(byte[] pkcs8) {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(PEM_TYPE, pkcs8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }
}
