package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What one core reads of memory that no cache holds, in order, and how many codes it compares that its caches do hold. */
final class ScanFigures {
    private static final double GIB = 1L << 30;
    private static final long SEED = 1;
    /** Of 128 bits, as two longs: 1 MiB of them. */
    private static final int CODES = 1 << 16;

    private final int memoryLongs;

    /** @param memoryBytes to read, several times what the caches hold */
    ScanFigures(int memoryBytes) {
        this.memoryLongs = memoryBytes / Long.BYTES;
    }

    /** @param time for each of the two */
    Map<FigureKey, Double> measure(Stopwatch stopwatch, Duration time) {
        Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
        long[] memory = random(memoryLongs);
        double nanosALong = stopwatch.nanosEach(time, memory.length, () -> sum(memory));
        figures.put(FigureKey.MEMORY_GIB_PER_SECOND, Long.BYTES / nanosALong * 1e9 / GIB);
        long[] codes = random(2 * CODES);
        double nanosACode = stopwatch.nanosEach(time, CODES, () -> leastDistance(codes, codes[0], ~codes[1]));
        figures.put(FigureKey.HAMMING_CODES_PER_MICROSECOND, 1e3 / nanosACode);
        return figures;
    }

    private static long[] random(int length) {
        return new SplittableRandom(SEED).longs(length).toArray();
    }

    private static long sum(long[] memory) {
        long sum = 0;
        for (long word : memory) {
            sum += word;
        }
        return sum;
    }

    private static long leastDistance(long[] codes, long first, long second) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < codes.length; i += 2) {
            least = Math.min(least, Long.bitCount(codes[i] ^ first) + Long.bitCount(codes[i + 1] ^ second));
        }
        return least;
    }
}
