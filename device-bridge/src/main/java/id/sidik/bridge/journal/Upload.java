package id.sidik.bridge.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the gate is sent of an entry: it holds a number and templates, so it prints its size only. */
public final class Upload {
    /** The largest: a question with a few templates has two thousand bytes. */
    public static final int BYTES_MAX = 64 * 1024;

    /** Of an entry that the gate has. */
    public static final Upload NONE = new Upload(new byte[0]);

    private final byte[] bytes;

    private Upload(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A copy of these bytes.
     *
     * @throws IllegalArgumentException when there are more than 64 KiB
     */
    public static Upload of(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("an entry is sent in at most 64 KiB, not " + bytes.length + " bytes");
        }
        return new Upload(bytes.clone());
    }

    public boolean isNone() {
        return bytes.length == 0;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256, which the next entry names. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Upload[" + bytes.length + " bytes]";
    }
}
