package id.sidik.bridge.watch;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.wire.metrics.Distribution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what one scanner does. For one thread at a time. */
final class ScannerMeter {
    /** Enough to see a glass get dirty over a morning, few enough for a screen. */
    private static final int RECENT_MAX = 60;

    private static final double MILLIS_PER_SECOND = 1e3;

    private static final DeviceFault REPLACED =
            new DeviceFault(Kind.ABSENT, "another scanner was plugged in in its place");

    private final String model;
    private final Map<String, Long> captures = new TreeMap<>();
    private final Map<Kind, Long> faults = new EnumMap<>(Kind.class);
    private final Map<QualityCause, Long> causes = new EnumMap<>(QualityCause.class);
    private final Deque<Integer> recentQuality = new ArrayDeque<>();
    private final Distribution attempts = new Distribution(1, 2, 3, 5, 10);
    private final Distribution quality = new Distribution(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    private final Distribution seconds = new Distribution(0.5, 1, 2, 3, 5, 8, 13, 20, 30, 60);
    private long replugs;
    private @Nullable Instant lastSeen;
    private @Nullable DeviceFault fault;
    private @Nullable PastFault lastFault;

    ScannerMeter(String model) {
        this.model = model;
    }

    String model() {
        return model;
    }

    void seen(Instant now) {
        if (lastSeen != null && fault != null && fault.isUnplugged()) {
            replugs++;
        }
        lastSeen = now;
        fault = null;
    }

    /** Somebody served suffers each fault anew; who only looks again and again sees one. */
    void faulted(DeviceFault now, boolean serving, Instant at) {
        boolean lasts = fault != null && (fault.kind() == now.kind() || (fault.isUnplugged() && now.isUnplugged()));
        fault = now;
        if (serving || !lasts) {
            faults.merge(now.kind(), 1L, Long::sum);
            lastFault = new PastFault(at, now);
        }
    }

    void assessed(Quality judged) {
        quality.add(judged.score());
        causes.merge(judged.cause(), 1L, Long::sum);
        if (recentQuality.size() == RECENT_MAX) {
            recentQuality.removeFirst();
        }
        recentQuality.addLast(judged.score());
    }

    void accepted(int attempt) {
        attempts.add(attempt);
    }

    void completed(Duration took) {
        seconds.add(took.toMillis() / MILLIS_PER_SECOND);
        ended(ScannerRecord.COMPLETED);
    }

    void ended(String outcome) {
        captures.merge(outcome, 1L, Long::sum);
    }

    /**
     * As it is now.
     *
     * @param current whether no other scanner has taken its place
     */
    ScannerRecord record(boolean current) {
        return new ScannerRecord(
                model,
                Optional.ofNullable(current ? fault : REPLACED),
                Optional.ofNullable(lastSeen),
                replugs,
                captures,
                faults,
                Optional.ofNullable(lastFault),
                causes,
                List.copyOf(recentQuality),
                attempts.now(),
                quality.now(),
                seconds.now());
    }
}
