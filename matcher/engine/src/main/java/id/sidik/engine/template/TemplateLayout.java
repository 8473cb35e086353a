package id.sidik.engine.template;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The bytes of a template's container, all numbers big-endian:
 *
 * <pre>
 *  0        4          5   6              6+n 7+n             7+n+v        11+n+v      11+n+v+p       15+n+v+p
 *  ┌────────┬──────────┬───┬──────────────┬───┬───────────────┬────────────┬────────────┬──────────────┐
 *  │ "SDKT" │ container│ n │ algorithm's  │ v │ algorithm's   │ payload    │ payload    │ CRC-32C of   │
 *  │        │ version 1│ u8│ name, ASCII  │ u8│ version, ASCII│ bytes p u32│            │ all before it│
 *  └────────┴──────────┴───┴──────────────┴───┴───────────────┴────────────┴────────────┴──────────────┘
 * </pre>
 *
 * The checksum tells an accident from a template; it is no signature.
 */
final class TemplateLayout {
    /** A fingerprint of 100 minutiae needs about 1.5 KiB; nothing that we compare comes near this. */
    static final int CONTAINER_BYTES_MAX = 64 * 1024;

    private static final int MAGIC = 0x53444B54;
    private static final byte CONTAINER_VERSION = 1;
    private static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final int FIXED_BYTES = 4 + 1 + 1 + 1 + 4 + CHECKSUM_BYTES;

    private TemplateLayout() {}

    /** Where the parts of a container lie. */
    record Parts(Algorithm algorithm, int payloadOffset, int payloadLength) {}

    static byte[] write(Algorithm algorithm, byte[] payload) {
        byte[] name = algorithm.name().getBytes(US_ASCII);
        byte[] version = algorithm.version().getBytes(US_ASCII);
        int containerBytes = FIXED_BYTES + name.length + version.length + payload.length;
        if (containerBytes > CONTAINER_BYTES_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A template has at most %d bytes, not %d", CONTAINER_BYTES_MAX, containerBytes));
        }
        ByteBuffer out = ByteBuffer.allocate(containerBytes)
                .putInt(MAGIC)
                .put(CONTAINER_VERSION)
                .put((byte) name.length)
                .put(name)
                .put((byte) version.length)
                .put(version)
                .putInt(payload.length)
                .put(payload);
        return out.putInt(checksum(out.array(), out.position())).array();
    }

    /** Finds the parts, or refuses the container. Looks at every byte once; allocates only the two words. */
    static Parts read(byte[] container) {
        if (container.length > CONTAINER_BYTES_MAX) {
            throw corrupt(
                    String.format(Locale.ROOT, "it has %d bytes, more than %d", container.length, CONTAINER_BYTES_MAX));
        }
        if (container.length < FIXED_BYTES) {
            throw corrupt(String.format(Locale.ROOT, "it ends after %d bytes", container.length));
        }
        ByteBuffer in = ByteBuffer.wrap(container, 0, container.length - CHECKSUM_BYTES);
        if (in.getInt() != MAGIC) {
            throw corrupt("it does not begin with SDKT");
        }
        requireChecksum(container);
        byte containerVersion = in.get();
        if (containerVersion != CONTAINER_VERSION) {
            throw new InvalidSampleException(
                    SampleFault.TEMPLATE_VERSION_UNSUPPORTED,
                    String.format(
                            Locale.ROOT,
                            "This engine reads container version %d, not %d. Extract the template again from its image.",
                            CONTAINER_VERSION,
                            containerVersion));
        }
        try {
            return readParts(in);
        } catch (BufferUnderflowException e) {
            throw corrupt("a length reaches beyond its end");
        }
    }

    private static Parts readParts(ByteBuffer in) {
        String name = readWord(in);
        String version = readWord(in);
        int payloadLength = in.getInt();
        if (payloadLength != in.remaining()) {
            throw corrupt(String.format(
                    Locale.ROOT, "it announces a payload of %d bytes and holds %d", payloadLength, in.remaining()));
        }
        return new Parts(new Algorithm(name, version), in.position(), payloadLength);
    }

    private static String readWord(ByteBuffer in) {
        byte[] letters = new byte[Byte.toUnsignedInt(in.get())];
        in.get(letters);
        String word = new String(letters, US_ASCII);
        if (!Algorithm.isWord(word)) {
            throw corrupt("its algorithm has no proper name or version");
        }
        return word;
    }

    private static void requireChecksum(byte[] container) {
        int covered = container.length - CHECKSUM_BYTES;
        if (ByteBuffer.wrap(container).getInt(covered) != checksum(container, covered)) {
            throw corrupt("its checksum does not fit");
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static InvalidSampleException corrupt(String what) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_CORRUPT,
                "This is no Sidik template: " + what + ". Extract it again from its image.");
    }
}
