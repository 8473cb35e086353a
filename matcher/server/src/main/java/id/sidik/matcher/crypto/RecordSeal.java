package id.sidik.matcher.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;

/**
 * Seals bytes so that they can be read and trusted only with this key and only at the place they were sealed for.
 * AES-256-GCM by Tink: 33 bytes longer than the plain text (key id 5, nonce 12, tag 16). Safe for many threads.
 */
public final class RecordSeal {
    private final Aead aead;

    RecordSeal(KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Seals bytes for a place.
     *
     * @param place what the sealed bytes are bound to, not secret and not stored with them
     */
    public byte[] seal(byte[] plain, byte[] place) {
        try {
            return aead.encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed, which AES-GCM never does with a sound key", e);
        }
    }

    /** Opens what {@link #seal} made with the same key for the same place. */
    public byte[] open(byte[] sealed, byte[] place) throws SealBrokenException {
        try {
            return aead.decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(e);
        }
    }
}
