package id.sidik.eligibility.keys;

import com.google.crypto.tink.Aead;
import id.sidik.eligibility.audit.CheckpointSigner;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.receipt.ReceiptSigner;
import java.nio.file.Path;

/**
 * The four secrets of this process, each in a file that only its owner can read. They are made when there are no books yet, and
 * never again: a key made up for books that exist would hide that the right one is lost.
 *
 * @param records encrypts records at rest
 */
public record KeyRing(NidHasher nidHasher, Aead records, ReceiptSigner receipts, CheckpointSigner checkpoints) {

    /**
     * Reads the keys of the process, or makes them for new books, and writes the public halves beside them for everybody:
     * {@code receipt-public-key.pem} and {@code audit-verifier-key.txt}.
     *
     * @param folder of this process; secrets lie in its folder {@code keys}
     * @throws KeysRefusedException if a key is missing although there are books, or unreadable, or open to others
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static KeyRing openOrCreate(Path folder) {
        throw new UnsupportedOperationException();
    }
}
