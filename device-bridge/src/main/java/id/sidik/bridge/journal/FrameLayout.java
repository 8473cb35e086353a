package id.sidik.bridge.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The journal as bytes: frames, one after the other, the head first.
 *
 * <pre>
 * offset  size  field
 * 0       4     magic "SJNL"
 * 4       1     version
 * 5       1     'H' head or 'E' entry
 * 6       4     n, length of the payload
 * 10      n     payload, sealed
 * 10+n    4     CRC-32C of all before
 * </pre>
 *
 * <p>Only one frame is being written at any time, and the next begins when it is on the disk. So whatever a power cut leaves after the
 * last whole frame is one that nobody was told of. A damaged frame that is followed by a whole one is something else: damage.
 */
final class FrameLayout {
    static final int MAGIC = 0x534A4E4C; // "SJNL"
    static final byte VERSION = 1;
    static final byte HEAD = 'H';
    static final byte ENTRY = 'E';

    static final int OVERHEAD_BYTES = 14;

    private static final int LENGTH_OFFSET = 6;
    private static final int PAYLOAD_OFFSET = 10;
    private static final int PAYLOAD_BYTES_MAX = Upload.BYTES_MAX + 4_096;

    private FrameLayout() {}

    /** A frame as it was read. Its payload is not opened yet. */
    static final class Frame {
        private final byte kind;
        private final byte[] payload;

        Frame(byte kind, byte[] payload) {
            this.kind = kind;
            this.payload = payload;
        }

        byte kind() {
            return kind;
        }

        byte[] payload() {
            return payload.clone();
        }
    }

    /**
     * What a file holds.
     *
     * @param end where the last whole frame ends; what follows was being written, and is to be cut off
     */
    record Frames(List<Frame> whole, int end) {}

    static byte[] encode(byte kind, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + OVERHEAD_BYTES)
                .putInt(MAGIC)
                .put(VERSION)
                .put(kind)
                .putInt(payload.length)
                .put(payload);
        return frame.putInt(checksum(frame.array(), 0, frame.position())).array();
    }

    /**
     * Reads a whole file.
     *
     * @throws JournalDamagedException when a frame is damaged that is not the last
     */
    static Frames decode(byte[] file) {
        List<Frame> whole = new ArrayList<>();
        int at = 0;
        int length = frameLengthAt(file, at);
        while (length > 0) {
            byte[] payload = new byte[length - OVERHEAD_BYTES];
            System.arraycopy(file, at + PAYLOAD_OFFSET, payload, 0, payload.length);
            whole.add(new Frame(file[at + LENGTH_OFFSET - 1], payload));
            at += length;
            length = frameLengthAt(file, at);
        }
        for (int later = at + 1; later <= file.length - OVERHEAD_BYTES; later++) {
            if (frameLengthAt(file, later) > 0) {
                throw new JournalDamagedException("frame " + whole.size() + ", at byte " + at + ", is damaged");
            }
        }
        return new Frames(whole, at);
    }

    /** Of the whole frame that begins here; 0 if there is none. */
    private static int frameLengthAt(byte[] file, int at) {
        if (file.length - at < OVERHEAD_BYTES) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(file, at, OVERHEAD_BYTES);
        if (header.getInt() != MAGIC || header.get() != VERSION) {
            return 0;
        }
        int payload = header.getInt(at + LENGTH_OFFSET);
        if (payload < 0 || payload > PAYLOAD_BYTES_MAX || payload > file.length - at - OVERHEAD_BYTES) {
            return 0;
        }
        int covered = PAYLOAD_OFFSET + payload;
        int stored = ByteBuffer.wrap(file).getInt(at + covered);
        return stored == checksum(file, at, covered) ? covered + Integer.BYTES : 0;
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
