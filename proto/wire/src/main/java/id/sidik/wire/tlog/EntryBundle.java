package id.sidik.wire.tlog;

import id.sidik.wire.proof.ProofRefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries in a row, each after its length in two bytes, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {
    /** What two bytes can say. */
    public static final int ENTRY_BYTES_MAX = 65_535;

    private EntryBundle() {}

    /** One entry as it stands in a bundle. */
    static byte[] framed(byte[] entry) {
        if (entry.length > ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException("an entry has at most 65535 bytes, this one " + entry.length);
        }
        return ByteBuffer.allocate(Short.BYTES + entry.length)
                .putShort((short) entry.length)
                .put(entry)
                .array();
    }

    /**
     * The entries of a bundle.
     *
     * @param count as the tile's width says
     * @throws ProofRefusedException if it holds another number of them, or ends within one
     */
    public static List<byte[]> split(byte[] bundle, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>(count);
        while (rest.hasRemaining()) {
            entries.add(next(rest));
        }
        if (entries.size() != count) {
            throw new ProofRefusedException("a bundle of " + count + " entries holds " + entries.size());
        }
        return entries;
    }

    /** The first {@code count} entries of a bundle, as a bundle. */
    static byte[] prefix(byte[] bundle, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        for (int i = 0; i < count; i++) {
            var _ = next(rest);
        }
        return Arrays.copyOf(bundle, rest.position());
    }

    /** Whether a bundle has at least so many entries. */
    static boolean holds(byte[] bundle, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        for (int i = 0; i < count; i++) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                return false;
            }
            rest.position(rest.position() + length);
        }
        return true;
    }

    private static byte[] next(ByteBuffer rest) {
        int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
        if (rest.remaining() < length) {
            throw new ProofRefusedException("a bundle ends within an entry");
        }
        byte[] entry = new byte[length];
        rest.get(entry);
        return entry;
    }
}
