package id.sidik.eligibility.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs heads of the log as C2SP checkpoints: {@code origin, size, root}, one a line, a blank line, and a signature line of the
 * log's key, whose name is the origin.
 */
public final class CheckpointSigner {
    private final CheckpointKey key;
    private final PrivateKey privateKey;

    /**
     * Signs as one log.
     *
     * @param origin names the log, for all who ever see a checkpoint; no spaces, no plus sign
     * @param publicKey Ed25519, of the private key
     */
    public CheckpointSigner(String origin, PrivateKey privateKey, PublicKey publicKey) {
        this.key = CheckpointKey.of(origin, publicKey);
        this.privateKey = privateKey;
    }

    /** What others check the signatures with. */
    public CheckpointKey key() {
        return key;
    }

    /** The head as a signed note. The same head always gives the same note: Ed25519 signatures are deterministic. */
    public String sign(TreeHead head) {
        String text = key.name() + "\n" + head.size() + "\n" + head.root().base64() + "\n";
        return text + "\n" + CheckpointKey.SIGNATURE_LINE_START + key.name() + " "
                + Base64.getEncoder().encodeToString(key.prefixedWithId(signature(text))) + "\n";
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the checkpoint key cannot sign", e);
        }
    }
}
