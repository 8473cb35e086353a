package id.sidik.bridge.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import id.sidik.wire.files.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Two keys, each in a file that only its owner can read: one encrypts what the bridge writes down (AES-256-GCM), the other opens the packs
 * that the gate encrypts to this site (HPKE, RFC 9180, with X25519, HKDF-SHA-256 and AES-256-GCM). Safe for many threads.
 */
public final class Vault {
    private static final String PACK_KEYS = "site.tink.json";

    private final Aead records;
    private final HybridDecrypt packs;
    private final byte[] packKey;

    private Vault(KeysetHandle recordKeys, KeysetHandle packKeys) throws GeneralSecurityException {
        records = recordKeys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        packs = packKeys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        packKey = publicHalf(packKeys);
    }

    @AccessesPartialKey // the public half is to be told
    private static byte[] publicHalf(KeysetHandle keys) {
        return ((HpkePrivateKey) keys.getPrimary().getKey())
                .getPublicKey()
                .getPublicKeyBytes()
                .toByteArray();
    }

    /**
     * Reads the keys, or makes them where nothing depends on them yet.
     *
     * @param folder of the keys; made when it is not there
     * @param sealedBefore whether there is anything that older keys have encrypted: then a missing key is an error
     */
    public static Vault openOrCreate(Path folder, boolean sealedBefore) throws VaultException {
        try {
            AeadConfig.register();
            HybridConfig.register();
            return new Vault(
                    keys(folder.resolve("journal.tink.json"), PredefinedAeadParameters.AES256_GCM, sealedBefore),
                    keys(folder.resolve(PACK_KEYS), suite(), sealedBefore));
        } catch (GeneralSecurityException e) {
            throw new VaultException("the keys in " + folder + " cannot be used: restore them from a backup", e);
        }
    }

    /**
     * Puts a new key in the place of the one that packs were encrypted to: what was encrypted to it can never be read here again, once this
     * process has ended.
     *
     * @param folder of the keys; where no such key is, none is made
     */
    public static void replacePackKey(Path folder) throws VaultException {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve(PACK_KEYS));
        if (!file.exists()) {
            return;
        }
        try {
            HybridConfig.register();
            file.write(newKeys(suite()));
        } catch (IOException e) {
            throw new VaultException(file + " cannot be written: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new VaultException("no new key can be made for " + file, e);
        }
    }

    private static HpkeParameters suite() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
    }

    private static KeysetHandle keys(Path path, Parameters parameters, boolean sealedBefore) throws VaultException {
        OwnerOnlyFile file = new OwnerOnlyFile(path);
        try {
            if (!file.exists()) {
                if (sealedBefore) {
                    throw new VaultException(
                            path + " is lost, and what it has encrypted is there: restore it from a backup");
                }
                file.write(newKeys(parameters));
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(file.read(), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new VaultException(path + " cannot be read or written: " + e.getMessage(), e);
        } catch (GeneralSecurityException mayQuoteTheKey) {
            throw new VaultException(path + " holds no Tink keyset: restore it from a backup");
        }
    }

    private static String newKeys(Parameters parameters) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
    }

    /** The X25519 public key that packs of this site are encrypted to: a copy of its 32 bytes. */
    public byte[] packKey() {
        return packKey.clone();
    }

    /**
     * Opens what the gate encrypted to {@link #packKey}.
     *
     * @param info what the bytes are for, as the gate said it
     */
    public byte[] openPack(byte[] sealed, byte[] info) throws SealBrokenException {
        try {
            return packs.decrypt(sealed, info);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(e);
        }
    }

    /**
     * Encrypts for a place: 33 bytes longer than the plain text.
     *
     * @param place what the bytes are bound to, not secret and not stored with them
     */
    public byte[] seal(byte[] plain, byte[] place) {
        try {
            return records.encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed, which AES-GCM never does with a sound key", e);
        }
    }

    /** Opens what {@link #seal} made for the same place. */
    public byte[] open(byte[] sealed, byte[] place) throws SealBrokenException {
        try {
            return records.decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(e);
        }
    }
}
