package id.sidik.bridge.frame;

import static java.util.Objects.requireNonNull;

import id.sidik.bridge.frame.DamagedFrame.Damage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds EF01 frames in a stream of bytes that may have lost, gained or changed some. Feed it chunks of any size.
 *
 * <p>After damage it steps on by one byte and looks again, so a frame that follows is never lost, even when a wrong
 * length made us take its bytes for payload. One thread at a time; waits for at most one frame's bytes.
 */
public final class FrameReader {
    /** Room for two frames, so that the rest of a chunk is seldom moved to the front. */
    private final byte[] buffer = new byte[2 * FrameLayout.FRAME_BYTES_MAX];

    private int start;
    private int end;
    private int noiseBytes;

    /**
     * Takes {@code length} bytes from {@code offset} and reports what they complete. O(length) on a clean line;
     * allocates each frame with its payload, and an object per damage or run of noise.
     */
    public void feed(byte[] chunk, int offset, int length, Consumer<? super Reception> receptions) {
        int taken = 0;
        while (taken < length) {
            makeRoom();
            int count = Math.min(length - taken, buffer.length - end);
            System.arraycopy(chunk, offset + taken, buffer, end, count);
            taken += count;
            end += count;
            scan(receptions, false);
        }
        reportNoise(receptions);
    }

    /** The line fell silent: what waits for more bytes is no frame, though a whole one may hide inside it. */
    public void finish(Consumer<? super Reception> receptions) {
        scan(receptions, true);
        noiseBytes += end - start;
        start = end;
        reportNoise(receptions);
    }

    private void makeRoom() {
        if (end < buffer.length && start < end) {
            return;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
    }

    private void scan(Consumer<? super Reception> receptions, boolean silent) {
        while (end - start >= 2) {
            if (buffer[start] != FrameLayout.HEADER_HIGH || buffer[start + 1] != FrameLayout.HEADER_LOW) {
                stepOver();
                continue;
            }
            Damage damage = damageAtStart();
            if (damage == Damage.CUT_SHORT && !silent) {
                return;
            }
            reportNoise(receptions);
            if (damage == null) {
                receptions.accept(takeFrame());
            } else {
                receptions.accept(new DamagedFrame(damage));
                stepOver();
            }
        }
    }

    /** What is wrong with the frame whose header lies at the start; null when it is whole. */
    private @Nullable Damage damageAtStart() {
        int available = end - start;
        if (available < FrameLayout.PAYLOAD) {
            return Damage.CUT_SHORT;
        }
        if (FrameType.ofCode(buffer[start + FrameLayout.TYPE]) == null) {
            return Damage.TYPE;
        }
        int payloadBytes = payloadBytesAtStart();
        if (payloadBytes < 0 || payloadBytes > FrameLayout.PAYLOAD_BYTES_MAX) {
            return Damage.LENGTH;
        }
        if (available < FrameLayout.OVERHEAD_BYTES + payloadBytes) {
            return Damage.CUT_SHORT;
        }
        int summedBytes = FrameLayout.PAYLOAD - FrameLayout.TYPE + payloadBytes;
        int sum = FrameLayout.sum(buffer, start + FrameLayout.TYPE, summedBytes);
        return sum == shortAt(FrameLayout.PAYLOAD + payloadBytes) ? null : Damage.SUM;
    }

    private Frame takeFrame() {
        FrameType type = requireNonNull(FrameType.ofCode(buffer[start + FrameLayout.TYPE]));
        int address = (shortAt(FrameLayout.ADDRESS) << 16) | shortAt(FrameLayout.ADDRESS + 2);
        int payloadBytes = payloadBytesAtStart();
        Frame frame = Frame.copyOf(type, address, buffer, start + FrameLayout.PAYLOAD, payloadBytes);
        start += FrameLayout.OVERHEAD_BYTES + payloadBytes;
        return frame;
    }

    private int payloadBytesAtStart() {
        return shortAt(FrameLayout.LENGTH) - FrameLayout.SUM_BYTES;
    }

    private int shortAt(int offset) {
        return ((buffer[start + offset] & 0xFF) << 8) | (buffer[start + offset + 1] & 0xFF);
    }

    private void stepOver() {
        start++;
        noiseBytes++;
    }

    private void reportNoise(Consumer<? super Reception> receptions) {
        if (noiseBytes > 0) {
            receptions.accept(new Noise(noiseBytes));
            noiseBytes = 0;
        }
    }
}
