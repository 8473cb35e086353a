package id.sidik.matcher.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a partition holds, in sixteen bytes: how many references, and the xor of their digests. Xor, because a record
 * can then be added or taken away without reading the others; written in the same batch as the record itself.
 */
record PartitionSum(long references, long digestXor) {
    static final PartitionSum EMPTY = new PartitionSum(0, 0);

    PartitionSum {
        if (references < 0) {
            throw new IllegalArgumentException("references must not be negative: " + references);
        }
    }

    PartitionSum plus(byte[] key, byte[] record) {
        return new PartitionSum(references + 1, digestXor ^ digest(key, record));
    }

    PartitionSum minus(byte[] key, byte[] record) {
        return new PartitionSum(references - 1, digestXor ^ digest(key, record));
    }

    /** The first eight bytes of SHA-256 over key and record. CRC-32C would not do: it is linear, so xors collide. */
    private static long digest(byte[] key, byte[] record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            return ByteBuffer.wrap(sha256.digest(record)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
