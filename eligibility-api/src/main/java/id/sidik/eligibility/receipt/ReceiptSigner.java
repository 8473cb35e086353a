package id.sidik.eligibility.receipt;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.presence.FallbackMethod;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs receipts of decisions as compact JWS (RFC 7515) with Ed25519 (RFC 8037). Threads may share one. */
public final class ReceiptSigner {
    /** Keeps a receipt from being taken for any other thing that is ever signed as a JWS. */
    static final String TYPE = "sidik-receipt+jws";

    private final NidHasher nidHasher;
    private volatile List<ReceiptKey> keys;

    /**
     * Signs with the key that is active when a decision is made.
     *
     * @param keys at least one
     * @param nidHasher stands a pseudonym in for the NID
     */
    public ReceiptSigner(List<ReceiptKey> keys, NidHasher nidHasher) {
        this.keys = inOrder(keys);
        this.nidHasher = nidHasher;
    }

    /** Signs with one key from the beginning of time. */
    public ReceiptSigner(PrivateKey privateKey, PublicKey publicKey, NidHasher nidHasher) {
        this(List.of(new ReceiptKey(privateKey, publicKey, Instant.EPOCH)), nidHasher);
    }

    /** Takes one more key into use. */
    public synchronized void add(ReceiptKey key) {
        keys = inOrder(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** Takes a key out of use for good, and another one into its stead. */
    public synchronized void replace(ReceiptKey withdrawn, ReceiptKey fresh) {
        keys = inOrder(Stream.concat(keys.stream().filter(key -> !key.id().equals(withdrawn.id())), Stream.of(fresh))
                .toList());
    }

    /** Every key that ever signed or will, the oldest first. */
    public List<ReceiptKey> keys() {
        return keys;
    }

    /** Checks a receipt as one of ours, by the key that it names. */
    public ReceiptVerifier.Result verify(String jws) {
        for (ReceiptKey key : keys) {
            ReceiptVerifier.Result result = ReceiptVerifier.verify(jws, key.publicKey());
            if (result instanceof ReceiptVerifier.Result.Valid) {
                return result;
            }
        }
        return new ReceiptVerifier.Result.Invalid("not signed by any key of this gate");
    }

    /**
     * The receipt of a decision that is in the books. The same decision always gives the same receipt, until its key
     * is withdrawn.
     *
     * @param fallback how presence was shown, if not by the finger that was asked for first
     */
    public String sign(RecordedDecision decision, Optional<FallbackMethod> fallback, long auditIndex) {
        Receipt receipt = new Receipt(
                decision.decisionId(),
                decision.decision(),
                decision.purpose(),
                decision.facility(),
                fallback,
                nidHasher.hex(decision.nid(), NidHasher.Use.RECEIPT),
                decision.nid().masked(),
                decision.policyVersion(),
                auditIndex,
                decision.decidedAt(),
                decision.decidedAt().plus(Receipt.VALIDITY));
        ReceiptKey key = keyAt(decision.decidedAt());
        return CompactJws.sign(TYPE, key.id(), ReceiptJson.write(receipt), key.privateKey());
    }

    /** What the newest receipts are checked with, once the newest key is active. */
    public PublicKey publicKey() {
        return keys.getLast().publicKey();
    }

    /** The same as a PEM of its SubjectPublicKeyInfo. */
    public String publicKeyPem() {
        return Ed25519.toPem(publicKey());
    }

    /** Of a decision, not of now: so the same decision always has the same receipt. The oldest key signs whatever is older. */
    private ReceiptKey keyAt(Instant decidedAt) {
        return keys.reversed().stream()
                .filter(key -> !key.activeFrom().isAfter(decidedAt))
                .findFirst()
                .orElseGet(keys::getFirst);
    }

    private static List<ReceiptKey> inOrder(List<ReceiptKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("receipts are signed with at least one key");
        }
        return keys.stream()
                .sorted(Comparator.comparing(ReceiptKey::activeFrom))
                .toList();
    }
}
