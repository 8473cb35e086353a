package id.sidik.engine.image.jpeg2000;

import java.nio.ByteBuffer;

/** Big-endian numbers from a range of bytes, one after the other; knows what it reads, to say so when the range ends. */
final class ByteCursor {
    private final String what;
    private final ByteBuffer in;

    ByteCursor(String what, byte[] content, int offset, int length) {
        this.what = what;
        this.in = ByteBuffer.wrap(content, offset, length);
    }

    /** In the content, not in the range. */
    int offset() {
        return in.position();
    }

    int remaining() {
        return in.remaining();
    }

    int u8() {
        return Byte.toUnsignedInt(require(Byte.BYTES).get());
    }

    int u16() {
        return Short.toUnsignedInt(require(Short.BYTES).getShort());
    }

    long u32() {
        return Integer.toUnsignedLong(require(Integer.BYTES).getInt());
    }

    /** The next two bytes, or -1 if there are not so many. */
    int peekU16() {
        return in.remaining() < Short.BYTES ? -1 : Short.toUnsignedInt(in.getShort(in.position()));
    }

    void skip(long bytes) {
        require(bytes).position(in.position() + (int) bytes);
    }

    private ByteBuffer require(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw CodestreamException.truncated(what);
        }
        return in;
    }
}
