package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What one core reads of memory that no cache holds, in order: no part of the arithmetic, but what bounds any search. */
final class MemoryFigures {
    private static final double GIB = 1L << 30;
    private static final long SEED = 1;

    private final int memoryLongs;

    /** @param memoryBytes to read, several times what the caches hold */
    MemoryFigures(int memoryBytes) {
        this.memoryLongs = memoryBytes / Long.BYTES;
    }

    Map<FigureKey, Double> measure(Stopwatch stopwatch, Duration time) {
        Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
        long[] memory = new SplittableRandom(SEED).longs(memoryLongs).toArray();
        double nanosALong = stopwatch.nanosEach(time, memory.length, () -> sum(memory));
        figures.put(FigureKey.MEMORY_GIB_PER_SECOND, Long.BYTES / nanosALong * 1e9 / GIB);
        return figures;
    }

    private static long sum(long[] memory) {
        long sum = 0;
        for (long word : memory) {
            sum += word;
        }
        return sum;
    }
}
