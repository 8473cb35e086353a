package id.sidik.bridge.device;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.KeySuccession;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device's key as text: words about it, then both halves in PEM, which {@code openssl pkey} reads in spite of the words (RFC 7468, 2).
 *
 * <pre>
 * device: bridge-3f9a1c20
 * made: 2026-11-27T10:00:00Z
 * former: 0011223344556677 [base64 of the former key's signature]   (of a key that has one)
 * -----BEGIN PRIVATE KEY----- ...
 * -----BEGIN PUBLIC KEY----- ...
 * </pre>
 */
final class DeviceKeyText {
    private static final String PRIVATE_BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String PRIVATE_END = "-----END PRIVATE KEY-----\n";
    private static final Pattern PRIVATE_KEY = Pattern.compile(PRIVATE_BEGIN + "([^-]*)" + PRIVATE_END);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private DeviceKeyText() {}

    static String of(DeviceKey key) {
        String former = key.succession()
                .map(succession -> "former: " + succession.getFormerKeyId() + " "
                        + Base64.getEncoder()
                                .encodeToString(succession.getSignature().toByteArray()) + "\n")
                .orElse("");
        return "device: " + key.deviceId() + "\nmade: " + key.madeAt() + "\n" + former
                + PRIVATE_BEGIN + LINES.encodeToString(key.pair().getPrivate().getEncoded()) + "\n" + PRIVATE_END
                + Ed25519.toPem(key.publicKey());
    }

    /** @throws IllegalArgumentException when the text is no such key; it does not repeat the text */
    static DeviceKey parse(String text) {
        try {
            KeyPair pair = new KeyPair(Ed25519.fromPem(text), privateKey(text));
            requireHalvesOfOneKey(pair);
            return new DeviceKey(
                    word(text, "device").orElseThrow(() -> new IllegalArgumentException("it names no device")),
                    pair,
                    word(text, "made")
                            .map(Instant::parse)
                            .orElseThrow(() -> new IllegalArgumentException("it does not say when it was made")),
                    word(text, "former").map(former -> succession(former, pair.getPublic())));
        } catch (GeneralSecurityException | DateTimeException | ProofRefusedException e) {
            throw new IllegalArgumentException("it holds no device key", e);
        }
    }

    private static PrivateKey privateKey(String text) throws GeneralSecurityException {
        Matcher block = PRIVATE_KEY.matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("it holds no private key in PEM");
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1))));
    }

    private static void requireHalvesOfOneKey(KeyPair pair) {
        byte[] probe = {1};
        if (!Ed25519.verifies(pair.getPublic(), probe, Ed25519.sign(pair.getPrivate(), probe))) {
            throw new IllegalArgumentException("its public half belongs to another key");
        }
    }

    private static KeySuccession succession(String former, PublicKey next) {
        String[] idAndSignature = former.split(" ", 2);
        return KeySuccession.newBuilder()
                .setFormerKeyId(idAndSignature[0])
                .setPublicKey(Ed25519.toBase64Url(next))
                .setSignature(
                        ByteString.copyFrom(Base64.getDecoder().decode(idAndSignature[idAndSignature.length - 1])))
                .build();
    }

    private static Optional<String> word(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }
}
