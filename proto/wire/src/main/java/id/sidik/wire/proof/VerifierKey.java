package id.sidik.wire.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signature a note must carry: {@code name+hex(key id)+base64(kind || key)} (C2SP signed-note).
 *
 * @param key Ed25519
 */
public record VerifierKey(String name, Kind kind, PublicKey key) {
    static final int KEY_ID_BYTES = 4;

    /** What a signature of this key says, as the byte that the key id commits to. */
    public enum Kind {
        /** The text is mine: a log signs its own heads so. */
        NOTE(0x01),
        /** I saw this head, at this time, and no other before it contradicts it (C2SP tlog-cosignature, Ed25519). */
        COSIGNATURE(0x04);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        private static Kind of(byte code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new ProofRefusedException("a verifier key of type " + code
                            + " is not known here: Ed25519 notes (1) and cosignatures (4) are"));
        }
    }

    /** The key of whoever writes notes. */
    public VerifierKey(String name, PublicKey key) {
        this(name, Kind.NOTE, key);
    }

    public VerifierKey {
        if (name.isBlank() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a key name has no space and no plus sign: '" + name + "'");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws ProofRefusedException when the text is no verifier key or its key id belongs to another key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new ProofRefusedException("a verifier key reads name+keyid+base64, this one has no such parts");
        }
        byte[] typed = decode(parts[2]);
        if (typed.length == 0 || parts[0].isBlank()) {
            throw new ProofRefusedException("a verifier key has a name and a key");
        }
        VerifierKey verifier = new VerifierKey(
                parts[0], Kind.of(typed[0]), Ed25519.fromRaw(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!HexFormat.of().formatHex(verifier.keyId()).equals(parts[1])) {
            throw new ProofRefusedException("the key id " + parts[1] + " does not belong to this key");
        }
        return verifier;
    }

    public String text() {
        return name
                + "+"
                + HexFormat.of().formatHex(keyId())
                + "+"
                + Base64.getEncoder().encodeToString(typedKey());
    }

    /** First four bytes of SHA-256(name || 0x0A || kind || key). */
    byte[] keyId() {
        MessageDigest sha256 = MerkleHash.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        return Arrays.copyOf(sha256.digest(typedKey()), KEY_ID_BYTES);
    }

    private byte[] typedKey() {
        byte[] raw = Ed25519.toRaw(key);
        byte[] typed = new byte[1 + raw.length];
        typed[0] = kind.code;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException("the verifier key's last part is not base64", e);
        }
    }
}
