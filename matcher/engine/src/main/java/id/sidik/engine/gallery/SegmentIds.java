package id.sidik.engine.gallery;

import java.nio.charset.StandardCharsets;

/**
 * How a segment finds a subject's row: open addressing with linear steps, from a hash of the id's bytes (FNV-1a, 64 bits, its
 * halves folded). Half of the slots stay empty, so that a look-up takes about two steps.
 */
final class SegmentIds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private SegmentIds() {}

    static byte[] bytesOf(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    static String textOf(byte[] id) {
        return new String(id, StandardCharsets.UTF_8);
    }

    static int slots(int rows) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, rows * 2 - 1)) << 1);
    }

    /** @param slots a power of two */
    static int firstSlot(byte[] id, int slots) {
        long hash = FNV_OFFSET;
        for (byte letter : id) {
            hash = (hash ^ letter) * FNV_PRIME;
        }
        return (int) (hash ^ hash >>> 32) & slots - 1;
    }
}
