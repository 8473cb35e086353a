package id.sidik.eligibility.store;

import com.google.crypto.tink.Aead;
import id.sidik.eligibility.records.CorruptRecordException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals bodies into records and opens them. What is encrypted is bound to its table and key: a record moved to another place
 * does not open.
 */
final class RecordCipher {
    private final Aead aead;

    RecordCipher(Aead aead) {
        this.aead = aead;
    }

    byte[] seal(Table table, byte[] key, byte[] body) {
        if (!table.encrypted()) {
            return RecordLayout.wrap(table, body);
        }
        try {
            return RecordLayout.wrap(table, aead.encrypt(body, place(table, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the record key cannot encrypt", e);
        }
    }

    /**
     * The body that was sealed at this place.
     *
     * @throws CorruptRecordException if it was not, or not with our key
     */
    byte[] open(Table table, byte[] key, byte[] record) {
        String name = table.recordName(key);
        byte[] body = RecordLayout.unwrap(table, name, record);
        if (!table.encrypted()) {
            return body;
        }
        try {
            return aead.decrypt(body, place(table, key));
        } catch (GeneralSecurityException e) {
            throw new CorruptRecordException(name, "does not decrypt: changed, moved, or of another key", e);
        }
    }

    /** Associated data: {@code tag | key}. */
    private static byte[] place(Table table, byte[] key) {
        return ByteBuffer.allocate(2 + key.length)
                .put(table.tagByte())
                .put((byte) '|')
                .put(key)
                .array();
    }
}
