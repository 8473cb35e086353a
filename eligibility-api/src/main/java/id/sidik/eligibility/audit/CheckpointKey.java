package id.sidik.eligibility.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A C2SP signed-note verifier key of type Ed25519 (0x01): checks that a checkpoint is this log's.
 *
 * <p>Written {@code name+hex(id)+base64(0x01 || public key)}, where the id is the first 4 bytes of SHA-256(name || 0x0A || 0x01
 * || public key).
 */
public final class CheckpointKey {
    static final String SIGNATURE_LINE_START = "\u2014 ";

    private static final byte TYPE_ED25519 = 1;
    private static final int ID_BYTES = 4;
    private static final int PUBLIC_KEY_BYTES = 32;
    /** A SubjectPublicKeyInfo of Ed25519 is this, and then the 32 bytes of the key (RFC 8410, section 4). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    /** Far more than sixteen witnesses need; a longer note is not read. */
    private static final int NOTE_CHARS_MAX = 16 * 1024;

    private static final Pattern NAME_FORM = Pattern.compile("[^\\s+\\p{Z}\\p{Cntrl}]{1,200}");
    private static final Pattern BODY_FORM = Pattern.compile(
            "(?<origin>[^\\n]+)\\n(?<size>0|[1-9][0-9]{0,18})\\n(?<root>[A-Za-z0-9+/]{43}=)\\n(?:[^\\n]+\\n)*");

    private final String name;
    private final PublicKey publicKey;
    private final byte[] id;

    private CheckpointKey(String name, PublicKey publicKey) {
        if (!NAME_FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a key name is 1 to 200 characters without spaces and plus signs");
        }
        this.name = name;
        this.publicKey = publicKey;
        this.id = Arrays.copyOf(
                Hash.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', TYPE_ED25519}, raw(publicKey))
                        .bytes(),
                ID_BYTES);
    }

    /** The verifier key of a log. */
    public static CheckpointKey of(String name, PublicKey publicKey) {
        return new CheckpointKey(name, publicKey);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not a verifier key of Ed25519, or its id is not that of its key
     */
    public static CheckpointKey parse(String written) {
        String[] parts = written.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is name+id+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + PUBLIC_KEY_BYTES || typed[0] != TYPE_ED25519) {
            throw new IllegalArgumentException("not a verifier key of Ed25519");
        }
        CheckpointKey key = new CheckpointKey(parts[0], publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!key.hexId().equals(parts[1])) {
            throw new IllegalArgumentException("the id of the verifier key is not that of its key");
        }
        return key;
    }

    /** The name of the log, which is its origin. */
    public String name() {
        return name;
    }

    /** The key as others write it down. */
    public String written() {
        byte[] typed = ByteBuffer.allocate(1 + PUBLIC_KEY_BYTES)
                .put(TYPE_ED25519)
                .put(raw(publicKey))
                .array();
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /**
     * Reads a checkpoint. Signatures of other keys are passed over, as C2SP asks; one of this key has to be there and be right.
     *
     * @return empty if the note is malformed, of another log, or not signed by this key
     */
    public Optional<TreeHead> open(String note) {
        int blankLine = note.lastIndexOf("\n\n");
        if (note.length() > NOTE_CHARS_MAX || blankLine < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        String text = note.substring(0, blankLine + 1);
        Matcher body = BODY_FORM.matcher(text);
        if (!body.matches() || !body.group("origin").equals(name) || !isSigned(text, note.substring(blankLine + 2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TreeHead(
                    Long.parseLong(body.group("size")),
                    Hash.of(Base64.getDecoder().decode(body.group("root")))));
        } catch (IllegalArgumentException notANumberOrHash) {
            return Optional.empty(); // a size beyond 2^63, or base64 with stray bits: malformed like the rest
        }
    }

    byte[] prefixedWithId(byte[] signature) {
        return ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id)
                .put(signature)
                .array();
    }

    private boolean isSigned(String text, String signatureLines) {
        String start = SIGNATURE_LINE_START + name + " ";
        return signatureLines
                .lines()
                .filter(line -> line.startsWith(start))
                .anyMatch(line -> isSignature(text, line.substring(start.length())));
    }

    private boolean isSignature(String text, String base64) {
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            if (signature.length <= ID_BYTES || !Arrays.equals(id, 0, ID_BYTES, signature, 0, ID_BYTES)) {
                return false;
            }
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature, ID_BYTES, signature.length - ID_BYTES);
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false; // neither base64 nor 64 bytes: as little a signature as a wrong one
        }
    }

    private String hexId() {
        return HexFormat.of().formatHex(id);
    }

    private static byte[] raw(PublicKey publicKey) {
        byte[] spki = publicKey.getEncoded();
        if (!(publicKey instanceof EdECPublicKey) || spki.length != SPKI_PREFIX.length + PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException("not a public key of Ed25519: " + publicKey.getAlgorithm());
        }
        return Arrays.copyOfRange(spki, SPKI_PREFIX.length, spki.length);
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] spki = ByteBuffer.allocate(SPKI_PREFIX.length + raw.length)
                .put(SPKI_PREFIX)
                .put(raw)
                .array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key of Ed25519", e);
        }
    }
}
