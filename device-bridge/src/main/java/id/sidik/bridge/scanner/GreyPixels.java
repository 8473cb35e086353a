package id.sidik.bridge.scanner;

/** Pixels as modules send them: a byte each, or two in a byte with 16 grey levels, the high nibble being the left one. */
final class GreyPixels {
    /** Stretches 0..15 to 0..255. */
    private static final int GREY_PER_LEVEL = 17;

    private static final int BITS_OF_BYTE = 8;

    private GreyPixels() {}

    /** What an image has on the line, without what is around it. */
    static int packedBytes(int widthPx, int heightPx, int bitsPerPixel) {
        return widthPx * heightPx * bitsPerPixel / BITS_OF_BYTE;
    }

    /** One byte a pixel, 0 to 255; {@code packed} itself if it is that already. */
    static byte[] unpack(byte[] packed, int bitsPerPixel) {
        if (bitsPerPixel == BITS_OF_BYTE) {
            return packed;
        }
        byte[] grey = new byte[packed.length * 2];
        for (int i = 0; i < packed.length; i++) {
            grey[2 * i] = (byte) (((packed[i] >> 4) & 0x0F) * GREY_PER_LEVEL);
            grey[2 * i + 1] = (byte) ((packed[i] & 0x0F) * GREY_PER_LEVEL);
        }
        return grey;
    }
}
