package id.sidik.bridge.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * How a journal's file begins, sealed: 16 bytes journal id, 8 generation, 8 sequence, 32 hash.
 *
 * @param id 32 of [0-9a-f], random: the same as long as nothing is lost
 * @param generation one more each time the file is written anew, so that frames of an older one fit no more
 * @param nextSequence of the first entry after it that waits for the gate
 * @param previousHash of the entry before that one, hexadecimal; zeros before the first of all
 */
record JournalHead(String id, long generation, long nextSequence, String previousHash) {
    static final int ID_BYTES = 16;
    static final int HASH_BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();
    private static final int BYTES = ID_BYTES + Long.BYTES + Long.BYTES + HASH_BYTES;

    static JournalHead first(byte[] randomId) {
        return new JournalHead(HEX.formatHex(randomId), 1, 1, HEX.formatHex(new byte[HASH_BYTES]));
    }

    JournalHead next(long sequence, byte[] hashBefore) {
        return new JournalHead(id, generation + 1, sequence, HEX.formatHex(hashBefore));
    }

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put(HEX.parseHex(id))
                .putLong(generation)
                .putLong(nextSequence)
                .put(HEX.parseHex(previousHash))
                .array();
    }

    static JournalHead decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new JournalDamagedException("the head of the journal has " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] id = new byte[ID_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        in.get(id);
        long generation = in.getLong();
        long sequence = in.getLong();
        in.get(hash);
        return new JournalHead(HEX.formatHex(id), generation, sequence, HEX.formatHex(hash));
    }

    /** What a frame of this file is sealed for. */
    byte[] place(int frame) {
        return ByteBuffer.allocate(Integer.BYTES + ID_BYTES + Long.BYTES + Integer.BYTES)
                .putInt(FrameLayout.MAGIC)
                .put(HEX.parseHex(id))
                .putLong(generation)
                .putInt(frame)
                .array();
    }

    /** What the head itself is sealed for, before anybody knows what it says. */
    static byte[] ownPlace() {
        return ByteBuffer.allocate(Integer.BYTES + 1)
                .putInt(FrameLayout.MAGIC)
                .put(FrameLayout.HEAD)
                .array();
    }

    byte[] hash() {
        return HEX.parseHex(previousHash);
    }
}
