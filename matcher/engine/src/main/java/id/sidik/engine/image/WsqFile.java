package id.sidik.engine.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;

/**
 * WSQ, the FBI's wavelet format (IAFIS-IC-0110), decoded by JNBIS. JNBIS believes the file: it allocates what the frame header
 * says, filters with as many taps as the file likes, skips no segment by its length, stops at the first end marker and takes
 * what it has not read for grey. So the segments are walked here first, and must have the very lengths that JNBIS will read.
 *
 * <pre>
 *  FFA0                    start of image
 *  FFA4 FFA5 FFA6 FFA8     tables and comments: length u16 (of itself and the data), data
 *  FFA2                    frame header: length u16, black u8, white u8, height u16, width u16, …
 *  FFA3                    block: length u16, table u8, then coded bits in which FF is followed by 00
 *  FFA1                    end of image
 * </pre>
 */
final class WsqFile {
    private static final int START_OF_IMAGE = 0xFFA0;
    private static final int END_OF_IMAGE = 0xFFA1;
    private static final int START_OF_FRAME = 0xFFA2;
    private static final int START_OF_BLOCK = 0xFFA3;
    private static final int TRANSFORM_TABLE = 0xFFA4;
    private static final int QUANTIZATION_TABLE = 0xFFA5;
    private static final int HUFFMAN_TABLE = 0xFFA6;
    private static final int COMMENT = 0xFFA8;

    private static final int FRAME_BYTES = 15;
    private static final int BLOCK_BYTES = 1;

    /** Bin centre, and bin and zero-bin widths of 64 subbands, each with an exponent. */
    private static final int QUANTIZATION_BYTES = 3 + 64 * 6;

    private static final int FILTER_TAP_BYTES = 6;

    /** The standard's own filters have 9 and 7 taps. */
    private static final int FILTER_TAPS_MAX = 32;

    private final ByteBuffer in;
    private int frames;

    private WsqFile(byte[] content) {
        this.in = ByteBuffer.wrap(content);
    }

    static FingerImage decode(byte[] content, double dpi) {
        new WsqFile(content).requireWhole();
        try {
            Bitmap bitmap = Jnbis.wsq().decode(content).asBitmap();
            return FingerImage.of(bitmap.getWidth(), bitmap.getHeight(), dpi, bitmap.getPixels());
        } catch (InvalidSampleException e) {
            throw e;
        } catch (RuntimeException e) {
            // Any of them: JNBIS reports bad files by whatever its arrays throw.
            throw new InvalidSampleException(
                    SampleFault.IMAGE_CORRUPT,
                    "The WSQ file contradicts its own format. Write it again and send that.",
                    e);
        }
    }

    private void requireWhole() {
        try {
            if (readU16() != START_OF_IMAGE) {
                throw corrupt("it does not begin with a start of image");
            }
            int marker = readU16();
            while (marker != END_OF_IMAGE) {
                readSegment(marker);
                marker = readU16();
            }
        } catch (BufferUnderflowException e) {
            throw new InvalidSampleException(
                    SampleFault.IMAGE_TRUNCATED, "The WSQ file ends before its end marker. Send the whole file.", e);
        }
        if (in.hasRemaining()) {
            throw corrupt(in.remaining() + " bytes follow its end");
        }
        if (frames != 1) {
            throw corrupt("it has " + frames + " frame headers");
        }
    }

    private void readSegment(int marker) {
        ByteBuffer body = readBody();
        switch (marker) {
            case START_OF_FRAME -> requireFrame(body);
            case TRANSFORM_TABLE -> requireFilters(body);
            case QUANTIZATION_TABLE -> requireLength(body, QUANTIZATION_BYTES);
            case START_OF_BLOCK -> {
                requireLength(body, BLOCK_BYTES);
                skipCodedBits();
            }
            case HUFFMAN_TABLE, COMMENT -> {}
            default -> throw corrupt(String.format(Locale.ROOT, "it has no segments %04X", marker));
        }
    }

    private ByteBuffer readBody() {
        int bodyBytes = readU16() - Short.BYTES;
        if (bodyBytes < 0) {
            throw corrupt("a segment is shorter than its length");
        }
        if (bodyBytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer body = in.slice(in.position(), bodyBytes);
        in.position(in.position() + bodyBytes);
        return body;
    }

    private void requireFrame(ByteBuffer body) {
        frames++;
        requireLength(body, FRAME_BYTES);
        int heightPx = Short.toUnsignedInt(body.getShort(2));
        int widthPx = Short.toUnsignedInt(body.getShort(4));
        FingerImage.requireSides(widthPx, heightPx);
    }

    /** Filters are symmetric, so half of each is stored. */
    private void requireFilters(ByteBuffer body) {
        if (body.remaining() < 2) {
            throw corrupt("its filters are missing");
        }
        int highTaps = Byte.toUnsignedInt(body.get(0));
        int lowTaps = Byte.toUnsignedInt(body.get(1));
        if (Math.max(highTaps, lowTaps) > FILTER_TAPS_MAX) {
            throw corrupt("its filters are no wavelets");
        }
        requireLength(body, 2 + FILTER_TAP_BYTES * ((highTaps + 1) / 2 + (lowTaps + 1) / 2));
    }

    private static void requireLength(ByteBuffer body, int bytes) {
        if (body.remaining() != bytes) {
            throw corrupt("a segment has " + body.remaining() + " bytes instead of " + bytes);
        }
    }

    /** Leaves the buffer at the next marker. */
    private void skipCodedBits() {
        int before = 0;
        while (true) {
            int next = Byte.toUnsignedInt(in.get());
            if (before == 0xFF && next != 0) {
                in.position(in.position() - 2);
                return;
            }
            before = next;
        }
    }

    private int readU16() {
        return Short.toUnsignedInt(in.getShort());
    }

    private static InvalidSampleException corrupt(String what) {
        return new InvalidSampleException(
                SampleFault.IMAGE_CORRUPT, "The WSQ file is damaged: " + what + ". Send the file as it was written.");
    }
}
