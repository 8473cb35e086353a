package id.sidik.wire.trust;

import id.sidik.wire.files.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/**
 * A bridge's next TLS key (EC P-256), for as long as no certificate for it is here. It lies on the disk before anybody is asked, so an answer
 * that is lost on the way can be asked for again, with the same key. It never leaves this machine.
 */
public final class PendingKey {
    private final OwnerOnlyFile file;
    private final KeyPair keys;

    private PendingKey(OwnerOnlyFile file, KeyPair keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * The key that is waiting in {@code folder}, or a new one, durable on return.
     *
     * @throws TrustException when it cannot be read or written
     */
    public static PendingKey openOrCreate(Path folder) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("pending.key.pem"));
        try {
            if (file.exists()) {
                return new PendingKey(file, parse(file.read()));
            }
            KeyPair keys = newPair();
            file.write(PemText.of(keys.getPrivate()) + PemText.of(keys.getPublic()));
            return new PendingKey(file, keys);
        } catch (IOException e) {
            throw new TrustException(
                    "The next key " + file + " cannot be kept (" + e + "); make its folder writable for this user", e);
        }
    }

    private static KeyPair parse(String pem) throws IOException {
        Optional<PrivateKey> privateKey = Optional.empty();
        Optional<PublicKey> publicKey = Optional.empty();
        for (Object part : PemText.parse(pem)) {
            switch (part) {
                case PrivateKey half -> privateKey = Optional.of(half);
                case PublicKey half -> publicKey = Optional.of(half);
                default -> throw new IOException("it holds something that is no key");
            }
        }
        if (privateKey.isEmpty() || publicKey.isEmpty()) {
            throw new IOException("it lacks a half of the key; delete it, and a new one is made");
        }
        return new KeyPair(publicKey.get(), privateKey.get());
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no EC P-256", e);
        }
    }

    /** What is sent to the authority: the public half, signed by the private one. */
    public CertificateRequest request() {
        return CertificateRequest.of(keys);
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    /** Forgets the file, once the key has its certificate and both are durable elsewhere. */
    public void settled() {
        try {
            file.delete();
        } catch (IOException e) {
            throw new TrustException("Cannot remove " + file + "; delete it", e);
        }
    }
}
