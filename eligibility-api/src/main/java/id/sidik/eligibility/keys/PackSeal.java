package id.sidik.eligibility.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;

/**
 * Encrypts to the key of a facility's bridge: HPKE (RFC 9180), base mode, X25519, HKDF-SHA-256, AES-256-GCM. Nobody else can read it,
 * this process included.
 */
public final class PackSeal {
    private static final int ONLY_KEY = 1;

    private PackSeal() {}

    /**
     * Encrypts.
     *
     * @param publicKey X25519, 32 bytes
     * @param info what the bytes are for: who opens them must say the same
     * @return the encapsulated key, and then the ciphertext
     */
    @AccessesPartialKey // the key is another's, and comes as its bytes
    public static byte[] seal(byte[] publicKey, byte[] info, byte[] plain) {
        try {
            HybridConfig.register();
            HpkeParameters suite = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(HpkePublicKey.create(suite, Bytes.copyFrom(publicKey), null))
                            .withFixedId(ONLY_KEY)
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, info);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("nothing can be encrypted to this pack key", e);
        }
    }
}
