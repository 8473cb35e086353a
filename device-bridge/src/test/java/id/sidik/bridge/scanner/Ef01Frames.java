package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What a module of the EF01 family may say, in frames whose sums are right. */
final class Ef01Frames {
    private static final int PACKET_BYTES = 128;

    private Ef01Frames() {}

    /** Fuzzed bytes as its answers. */
    static AnswerScript script(byte[] anything, ScannerProfile profile) {
        return new AnswerScript(
                anything,
                0,
                bytes -> Frame.of(FrameType.ACKNOWLEDGEMENT, profile.address(), bytes)
                        .encoded(),
                bytes -> data(profile.address(), bytes),
                GreyPixels.packedBytes(profile.widthPx(), profile.heightPx(), profile.bitsPerPixel()));
    }

    /** In packets, the last of which says so, unless there is one alone that begins with an odd byte. */
    private static byte[] data(int address, byte[] bytes) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int from = 0; from == 0 || from < bytes.length; from += PACKET_BYTES) {
            byte[] payload = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PACKET_BYTES));
            boolean goesOn = from + PACKET_BYTES < bytes.length
                    || (bytes.length > 0 && bytes.length <= PACKET_BYTES && (bytes[0] & 1) == 1);
            frames.writeBytes(Frame.of(goesOn ? FrameType.DATA : FrameType.END_OF_DATA, address, payload)
                    .encoded());
        }
        return frames.toByteArray();
    }
}
