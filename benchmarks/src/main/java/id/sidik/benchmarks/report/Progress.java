package id.sidik.benchmarks.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says how far something long has come, and when it may be done: at most once in two seconds. Safe for use by many threads. */
public final class Progress {
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintWriter out;
    private final String what;
    private final long total;
    private final long startedNanos = System.nanoTime();
    private long saidNanos = startedNanos;
    private long done;

    /** @param what is counted, in the plural */
    public Progress(PrintWriter out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /** So many more are done. */
    public synchronized void add(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - saidNanos >= QUIET_NANOS || (done == total && now - startedNanos >= QUIET_NANOS)) {
            saidNanos = now;
            double seconds = (now - startedNanos) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%,d of %,d %s, %,.0f a second, %s left%n",
                    done,
                    total,
                    what,
                    done / seconds,
                    left(seconds * (total - done) / Math.max(1, done)));
            out.flush();
        }
    }

    private static String left(double seconds) {
        long rounded = Math.round(seconds);
        return rounded < 90 ? rounded + " s" : String.format(Locale.ROOT, "%d min %02d s", rounded / 60, rounded % 60);
    }
}
