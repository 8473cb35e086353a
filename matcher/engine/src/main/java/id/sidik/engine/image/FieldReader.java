package id.sidik.engine.image;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Reads the fields of a binary record one after the other, numbers big-endian and unsigned. Whatever is missing or impossible is
 * refused with the record's name, the field's name and its offset, so that the sender finds it in a hex dump. Allocates nothing
 * for what it skips.
 */
public final class FieldReader {
    private final String record;
    private final ByteBuffer in;
    private final SampleFault truncatedFault;
    private final SampleFault corruptFault;

    private FieldReader(String record, ByteBuffer in, SampleFault truncatedFault, SampleFault corruptFault) {
        this.record = record;
        this.in = in;
        this.truncatedFault = truncatedFault;
        this.corruptFault = corruptFault;
    }

    /** A reader of an image record; {@code record} is its name in messages. */
    static FieldReader ofImage(String record, byte[] content) {
        return new FieldReader(
                record, ByteBuffer.wrap(content), SampleFault.IMAGE_TRUNCATED, SampleFault.IMAGE_CORRUPT);
    }

    /** A reader of a template record; {@code record} is its name in messages. */
    public static FieldReader ofTemplate(String record, byte[] content) {
        return new FieldReader(
                record, ByteBuffer.wrap(content), SampleFault.TEMPLATE_CORRUPT, SampleFault.TEMPLATE_CORRUPT);
    }

    /** Where the next field begins, in bytes from the start of the content. */
    public int offset() {
        return in.position();
    }

    /** How many bytes follow. */
    public int remaining() {
        return in.remaining();
    }

    public int u8(String field) {
        return Byte.toUnsignedInt(require(field, Byte.BYTES).get());
    }

    public int u16(String field) {
        return Short.toUnsignedInt(require(field, Short.BYTES).getShort());
    }

    public long u32(String field) {
        return Integer.toUnsignedLong(require(field, Integer.BYTES).getInt());
    }

    /** Passes over {@code bytes} that belong to {@code field}. */
    public void skip(String field, int bytes) {
        require(field, bytes).position(in.position() + bytes);
    }

    /** The next {@code bytes}, copied. */
    byte[] bytes(String field, long bytes) {
        ByteBuffer enough = require(field, bytes);
        byte[] copy = new byte[(int) bytes];
        enough.get(copy);
        return copy;
    }

    private ByteBuffer require(String field, long bytes) {
        if (bytes > in.remaining()) {
            throw new InvalidSampleException(
                    truncatedFault,
                    String.format(
                            Locale.ROOT,
                            "%s: %s at offset %d needs %d bytes, and %d are left. Send the whole record.",
                            record,
                            field,
                            in.position(),
                            bytes,
                            in.remaining()));
        }
        return in;
    }

    /** A refusal of {@code field}, which lies at {@code offset}; {@code why} says what it holds and what it may hold. */
    public InvalidSampleException corrupt(String field, int offset, String why) {
        return refuse(corruptFault, field, offset, why, "Write the record again and send that.");
    }

    /** A refusal with a fault and a cure of its own. */
    public InvalidSampleException refuse(SampleFault fault, String field, int offset, String why, String cure) {
        return new InvalidSampleException(
                fault, String.format(Locale.ROOT, "%s: %s at offset %d %s. %s", record, field, offset, why, cure));
    }
}
