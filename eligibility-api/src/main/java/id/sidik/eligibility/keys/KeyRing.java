package id.sidik.eligibility.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import id.sidik.eligibility.audit.CheckpointSigner;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.receipt.ReceiptSigner;
import id.sidik.eligibility.receipt.TrustAnchor;
import id.sidik.wire.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secrets of this process, each in a file that only its owner can read. They are made when there are no books yet, and
 * never again: a key made up for books that exist would hide that the right one is lost.
 *
 * @param nidHasher stands hashes in for NIDs; lost, no member would be found any more
 * @param records encrypts records at rest; lost, nobody could read them
 * @param receipts signs receipts
 * @param checkpoints signs heads of the audit log
 * @param anchor signs which keys sign receipts, and which receipts are withdrawn
 * @param receiptKeys makes further keys of receipts
 */
public record KeyRing(
        NidHasher nidHasher,
        Aead records,
        ReceiptSigner receipts,
        CheckpointSigner checkpoints,
        TrustAnchor anchor,
        ReceiptKeyFiles receiptKeys) {
    private static final String PUBLIC_RECEIPT_KEY = "receipt-public-key.pem";
    private static final String PUBLIC_ANCHOR = "receipt-anchor.pem";
    private static final String PUBLIC_AUDIT_KEY = "audit-verifier-key.txt";
    private static final int LOG_ID_BYTES = 4;

    /**
     * Reads the keys of the process, or makes them for new books, and writes the public halves beside them for everybody:
     * {@code receipt-public-key.pem}, {@code receipt-anchor.pem} and {@code audit-verifier-key.txt}.
     *
     * @param folder of this process; secrets lie in its folder {@code keys}
     * @param booksExist whether there is anything that older keys have encrypted or signed
     * @throws KeysRefusedException if a key is missing although there are books, or unreadable, or open to others
     */
    public static KeyRing openOrCreate(Path folder, boolean booksExist) {
        Path secrets = folder.resolve("keys");
        SecretFile nidKey = new SecretFile(secrets.resolve("nid-hash.key"));
        SecretFile recordKey = new SecretFile(secrets.resolve("records.tink.json"));
        SecretFile receiptKey = new SecretFile(secrets.resolve("receipt-signing.pem"));
        SecretFile auditKey = new SecretFile(secrets.resolve("audit-signing.pem"));
        if (!booksExist) {
            create(nidKey, recordKey, receiptKey, auditKey);
        }
        for (SecretFile file : new SecretFile[] {nidKey, recordKey, receiptKey, auditKey}) {
            if (!file.exists()) {
                throw new KeysRefusedException(
                        file + " is lost, and the records cannot do without it: restore it from a backup");
            }
        }
        ReceiptKeyFiles receiptKeys = new ReceiptKeyFiles(secrets, receiptKey);
        KeyRing ring = read(nidKey, recordKey, receiptKeys, new SigningKeyFile(auditKey), anchor(folder, secrets));
        ring.publish(folder);
        return ring;
    }

    /** A start that was cut off may have made some of them; those stay. */
    private static void create(SecretFile nidKey, SecretFile recordKey, SecretFile receiptKey, SecretFile auditKey) {
        if (!nidKey.exists()) {
            byte[] secret = new byte[NidHasher.KEY_BYTES];
            new SecureRandom().nextBytes(secret);
            nidKey.create(HexFormat.of().formatHex(secret) + "\n");
        }
        if (!recordKey.exists()) {
            recordKey.create(newRecordKeys());
        }
        if (!receiptKey.exists()) {
            new SigningKeyFile(receiptKey).create();
        }
        if (!auditKey.exists()) {
            new SigningKeyFile(auditKey).create();
        }
    }

    private static KeyRing read(
            SecretFile nidKey,
            SecretFile recordKey,
            ReceiptKeyFiles receiptKeys,
            SigningKeyFile auditKey,
            KeyPair anchorPair) {
        NidHasher nidHasher = nidHasher(nidKey);
        KeyPair auditPair = auditKey.read();
        return new KeyRing(
                nidHasher,
                recordKeys(recordKey),
                new ReceiptSigner(receiptKeys.read(), nidHasher),
                new CheckpointSigner(auditPair.getPrivate(), new VerifierKey(origin(auditPair), auditPair.getPublic())),
                new TrustAnchor(anchorPair.getPrivate(), anchorPair.getPublic()),
                receiptKeys);
    }

    /** Books that are older than the anchor get one at their next start; once its public half is out, it is never made again. */
    private static KeyPair anchor(Path folder, Path secrets) {
        SecretFile file = new SecretFile(secrets.resolve("trust-anchor.pem"));
        if (!file.exists()) {
            if (Files.exists(folder.resolve(PUBLIC_ANCHOR))) {
                throw new KeysRefusedException(
                        file + " is lost, and facilities know its public half: restore it from a backup");
            }
            new SigningKeyFile(file).create();
        }
        return new SigningKeyFile(file).read();
    }

    private static NidHasher nidHasher(SecretFile file) {
        try {
            return new NidHasher(HexFormat.of().parseHex(file.read().strip()));
        } catch (IllegalArgumentException e) {
            throw new KeysRefusedException(file + " does not hold 64 hexadecimal digits: restore it from a backup", e);
        }
    }

    private static String newRecordKeys() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    private static Aead recordKeys(SecretFile file) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(file.read(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException mayQuoteTheKey) {
            throw new KeysRefusedException(file + " holds no Tink AEAD keyset: restore it from a backup");
        }
    }

    /** Each log has a name of its own, or two appliances could pass for one another. */
    private static String origin(KeyPair auditPair) {
        try {
            byte[] id = MessageDigest.getInstance("SHA-256")
                    .digest(auditPair.getPublic().getEncoded());
            return "sidik.local/audit/" + HexFormat.of().formatHex(id, 0, LOG_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void publish(Path folder) {
        try {
            Files.writeString(folder.resolve(PUBLIC_RECEIPT_KEY), receipts.publicKeyPem());
            Files.writeString(folder.resolve(PUBLIC_ANCHOR), anchor.publicKeyPem());
            Files.writeString(
                    folder.resolve(PUBLIC_AUDIT_KEY), checkpoints.verifierKey().text() + "\n");
        } catch (IOException e) {
            throw new KeysRefusedException("cannot write the public keys into " + folder + ": make it writable", e);
        }
    }
}
