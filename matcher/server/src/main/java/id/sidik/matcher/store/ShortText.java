package id.sidik.matcher.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** ASCII of at most 255 bytes after a byte that says how many. */
final class ShortText {
    private ShortText() {}

    /** Its length byte included. */
    static int bytesOf(String text) {
        return 1 + text.length();
    }

    static void put(ByteBuffer out, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > 0xFF) {
            throw new IllegalArgumentException("a short text has at most 255 bytes: " + ascii.length);
        }
        out.put((byte) ascii.length).put(ascii);
    }

    static String get(ByteBuffer in) {
        byte[] ascii = new byte[Byte.toUnsignedInt(in.get())];
        in.get(ascii);
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}
