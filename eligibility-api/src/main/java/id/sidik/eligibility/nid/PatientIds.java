package id.sidik.eligibility.nid;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for members that may stand in addresses and other systems' databases, where a NID must not: the number in one block of AES under
 * a key of this gate's. Each number has one name, which only this gate can turn back; a name that this gate did not make is found out by
 * the eight zero bytes that it lacks.
 */
public final class PatientIds {
    private static final int BLOCK_BYTES = 16;
    private static final long NUMBERS = 10_000_000_000_000_000L; // of 16 digits
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    /** Of a single block, and from zero: AES itself, as a permutation of blocks. */
    private static final String ONE_BLOCK = "AES/CBC/NoPadding";

    private final SecretKeySpec key;

    PatientIds(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** 32 hexadecimal digits, always the same for a number. */
    public String of(Nid nid) {
        byte[] block = ByteBuffer.allocate(BLOCK_BYTES)
                .putLong(0)
                .putLong(Long.parseLong(nid.wholeDigits()))
                .array();
        return HexFormat.of().formatHex(crypt(Cipher.ENCRYPT_MODE, block));
    }

    /** The number that has this name; empty for a text that is no name of ours. */
    public Optional<Nid> nidOf(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        ByteBuffer block =
                ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(id)));
        long zero = block.getLong();
        long number = block.getLong();
        return zero == 0 && number >= 0 && number < NUMBERS
                ? Optional.of(new Nid(String.format(Locale.ROOT, "%016d", number)))
                : Optional.empty();
    }

    private byte[] crypt(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance(ONE_BLOCK);
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }
}
