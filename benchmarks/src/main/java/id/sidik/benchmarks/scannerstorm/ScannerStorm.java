package id.sidik.benchmarks.scannerstorm;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * Captures with random faults on emulated modules of every protocol, through real pseudo-terminals and the real serial
 * library, and on libfprint's virtual reader, through the real library in its process. They wait more than they work, so several
 * counters of each serial model run at once.
 */
final class ScannerStorm {
    private static final int COUNTERS_PER_MODEL = 3;
    private static final int FINGERS = 8;
    private static final int WARM_UP_PER_COUNTER = 4;
    private static final int TIMES_TOLD = 10;

    private final List<StormCounter> counters = new ArrayList<>();
    private final PrintWriter progress;

    /**
     * A storm that has not begun.
     *
     * @param folder for links, sockets and the serial library
     * @param seed of fingers and faults
     * @param progress where it says how far it is
     */
    ScannerStorm(Path folder, long seed, PrintWriter progress) throws IOException {
        this.progress = progress;
        try {
            open(folder, seed);
        } catch (IOException | RuntimeException e) {
            counters.forEach(StormCounter::close);
            throw e;
        }
    }

    private void open(Path folder, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<FingerImage> fingers = IntStream.range(0, FINGERS)
                .mapToObj(i -> SyntheticFinger.of(seed + i).impression(1))
                .toList();
        for (int i = 0; i < COUNTERS_PER_MODEL * StormModel.ALL.size(); i++) {
            StormModel model = StormModel.ALL.get(i % StormModel.ALL.size());
            counters.add(new SerialCounter(model, folder, i, fingers, random.split()));
        }
        counters.add(new ReaderCounter(folder, random.split()));
    }

    /** Runs at least {@code captures} of them, shared evenly. */
    ScannerStormReport run(int captures) throws IOException, InterruptedException {
        int each = Math.ceilDiv(captures, counters.size());
        ThreadFactory named = Thread.ofPlatform().name("counter ", 0).factory();
        try (ExecutorService threads = Executors.newFixedThreadPool(counters.size(), named)) {
            capture(threads, WARM_UP_PER_COUNTER);
            counters.forEach(counter -> counter.tally().forget());
            Residue before = Residue.now();
            for (int told = 0; told < TIMES_TOLD; told++) {
                capture(threads, each * (told + 1) / TIMES_TOLD - each * told / TIMES_TOLD);
                progress.printf(
                        Locale.ROOT,
                        "%,d of %,d captures%n",
                        each * (told + 1) / TIMES_TOLD * counters.size(),
                        each * counters.size());
                progress.flush();
            }
            return report(each * counters.size(), before, Residue.now());
        } finally {
            counters.forEach(StormCounter::close);
        }
    }

    private void capture(ExecutorService threads, int each) throws IOException, InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (StormCounter counter : counters) {
            running.add(threads.submit(() -> counter.capture(each)));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IOException("a counter broke down", e.getCause());
            }
        }
    }

    private ScannerStormReport report(int captures, Residue before, Residue after) {
        StormTally all = new StormTally();
        counters.forEach(counter -> all.add(counter.tally()));
        return new ScannerStormReport(
                captures, all.faulty(), all.wrongImages(), all.unrecovered(), all.outcomes(), before, after);
    }
}
