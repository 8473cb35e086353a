package id.sidik.benchmarks.micro;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameReader;
import id.sidik.bridge.frame.FrameType;
import id.sidik.bridge.frame.Reception;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading the frames of one 4-bit image of 256 x 288 px (36,864 bytes in 288 frames) as they come off a serial line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FrameReaderBenchmark {
    private static final int IMAGE_BYTES = 256 * 288 / 2;
    private static final int PAYLOAD_BYTES = 128;
    private static final int CHUNK_BYTES = 64;

    private final byte[] line = line();

    @Benchmark
    public int readImage() {
        FrameReader reader = new FrameReader();
        int[] payloadBytes = new int[1];
        for (int from = 0; from < line.length; from += CHUNK_BYTES) {
            int length = Math.min(CHUNK_BYTES, line.length - from);
            reader.feed(line, from, length, reception -> payloadBytes[0] += payloadBytesOf(reception));
        }
        if (payloadBytes[0] != IMAGE_BYTES) {
            throw new IllegalStateException("of " + IMAGE_BYTES + " bytes came " + payloadBytes[0]);
        }
        return payloadBytes[0];
    }

    private static int payloadBytesOf(Reception reception) {
        return reception instanceof Frame frame ? frame.payloadBytes() : 0;
    }

    private static byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] payload = new byte[PAYLOAD_BYTES];
        for (int sent = 0; sent < IMAGE_BYTES; sent += PAYLOAD_BYTES) {
            Arrays.fill(payload, (byte) (sent / PAYLOAD_BYTES));
            boolean last = sent + PAYLOAD_BYTES == IMAGE_BYTES;
            FrameType type = last ? FrameType.END_OF_DATA : FrameType.DATA;
            line.writeBytes(Frame.of(type, -1, payload).encoded());
        }
        return line.toByteArray();
    }
}
