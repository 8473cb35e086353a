package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;

import java.io.ByteArrayOutputStream;

/** A rectangle of coefficients that is coded by itself, with what packets have told of it so far. */
final class CodeBlock {
    /** Where it begins in the tile's array of coefficients, and its size. */
    final int offset;

    final int width;
    final int height;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int lengthBits = 3;
    private int emptyBitPlanes;
    private int passes;

    CodeBlock(int offset, int width, int height) {
        this.offset = offset;
        this.width = width;
        this.height = height;
    }

    boolean isIncluded() {
        return passes > 0;
    }

    void setEmptyBitPlanes(int count) {
        emptyBitPlanes = count;
    }

    /** Reads from a packet header how many passes it adds, and returns their bytes (B.10.6 and B.10.7). */
    int readContribution(PacketBits bits) {
        int added = readPasses(bits);
        while (bits.bit() == 1) {
            lengthBits++;
        }
        passes += added;
        int lengthFieldBits = lengthBits + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(added);
        if (lengthFieldBits > 30) {
            throw corrupt("a code block is larger than any file");
        }
        return bits.bits(lengthFieldBits);
    }

    private static int readPasses(PacketBits bits) {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int few = bits.bits(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.bits(5);
        return more < 31 ? 6 + more : 37 + bits.bits(7);
    }

    void append(byte[] content, int offset, int length) {
        data.write(content, offset, length);
    }

    /** The coefficients in halves, row by row. */
    int[] decode(BlockDecoder.Band band, CodingStyle style, int bitPlanesOfBand) {
        int bitPlanes = bitPlanesOfBand - emptyBitPlanes;
        if (bitPlanes < 1 || bitPlanes > BlockDecoder.BIT_PLANES_MAX || passes > 3 * bitPlanes - 2) {
            throw corrupt("a code block has " + bitPlanes + " bit planes and " + passes + " passes");
        }
        byte[] bytes = data.toByteArray();
        return BlockDecoder.decode(width, height, band, style, bytes, bytes.length, bitPlanes, passes);
    }
}
