package id.sidik.bridge.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Fuzzed bytes as answers of a module, so that a search gets past check sums, which it cannot guess: each answer is one byte n, then n pieces
 * of one byte kind, one byte length and so many bytes. A kind is bytes as they are, a packet with the right sum, data with the right sum, or
 * a whole image with the right sum.
 */
final class AnswerScript {
    private static final int PIECES_MAX = 4;

    private final ByteBuffer source;
    private final Function<byte[], byte[]> packet;
    private final int packetBytesMin;
    private final Function<byte[], byte[]> data;
    private final int imageBytes;

    /**
     * A script of one protocol.
     *
     * @param packet makes an answer with the right sum
     * @param packetBytesMin what that needs; zeros fill up
     * @param data makes data with the right sum
     * @param imageBytes of a whole image
     */
    AnswerScript(
            byte[] source,
            int packetBytesMin,
            Function<byte[], byte[]> packet,
            Function<byte[], byte[]> data,
            int imageBytes) {
        this.source = ByteBuffer.wrap(source);
        this.packetBytesMin = packetBytesMin;
        this.packet = packet;
        this.data = data;
        this.imageBytes = imageBytes;
    }

    List<byte[]> answers() {
        List<byte[]> answers = new ArrayList<>();
        while (source.hasRemaining()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            int pieces = (source.get() & 0xFF) % (PIECES_MAX + 1);
            for (int piece = 0; piece < pieces && source.remaining() >= 2; piece++) {
                int kind = source.get() & 3;
                answer.writeBytes(piece(kind, taken(source.get() & 0xFF)));
            }
            answers.add(answer.toByteArray());
        }
        return answers;
    }

    private byte[] piece(int kind, byte[] bytes) {
        return switch (kind) {
            case 0 -> bytes;
            case 1 -> packet.apply(Arrays.copyOf(bytes, Math.max(bytes.length, packetBytesMin)));
            case 2 -> data.apply(bytes);
            default -> data.apply(Arrays.copyOf(bytes, imageBytes));
        };
    }

    private byte[] taken(int count) {
        byte[] bytes = new byte[Math.min(count, source.remaining())];
        source.get(bytes);
        return bytes;
    }
}
