package id.sidik.bridge.site;

import id.sidik.bridge.offline.ReceiptLists;
import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/** What receipts are checked with at this site, as {@code receipt verify --trust} reads it. Holds nothing secret. */
public final class ReceiptFolder {
    /** The anchor, a public key in PEM. */
    public static final String ANCHOR = "receipt-anchor.pem";

    /** The keys that sign receipts. */
    public static final String KEYS = "receipt-keys.jws";

    /** Receipts that were withdrawn. */
    public static final String REVOKED = "receipts-revoked.jws";

    /** 10,000 withdrawn receipts, and more keys than a gate makes. */
    public static final int LIST_CHARS_MAX = 1 << 20;

    private final Path folder;

    /** @param folder made when it is needed */
    ReceiptFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lays out lists in the place of those of an earlier pack, durably.
     *
     * @throws PackRefusedException when the anchor did not sign them
     */
    void put(ReceiptLists lists, PublicKey anchor) throws PackRefusedException, IOException {
        requireSigned(lists.keySet(), "sidik-keys+jws", anchor);
        requireSigned(lists.revocations(), "sidik-revoked+jws", anchor);
        Files.createDirectories(folder);
        DurableFiles.syncFolder(folder.resolveSibling("."));
        write(ANCHOR, Ed25519.toPem(anchor));
        write(KEYS, lists.keySet() + "\n");
        write(REVOKED, lists.revocations() + "\n");
    }

    private static void requireSigned(String list, String type, PublicKey anchor) throws PackRefusedException {
        try {
            String payload = CompactJws.verify(list, anchor, LIST_CHARS_MAX);
            if (payload.isEmpty()
                    || !CompactJws.headerField(list, "typ").orElse("").equals(type)) {
                throw new PackRefusedException("what the pack holds is no list of type " + type);
            }
        } catch (ProofRefusedException e) {
            throw new PackRefusedException("the pack's list of type " + type + " is not the anchor's", e);
        }
    }

    private void write(String name, String text) throws IOException {
        DurableFiles.replace(folder.resolve(name), StandardCharsets.UTF_8.encode(text));
    }
}
