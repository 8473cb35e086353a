package id.sidik.matcher;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.matcher.rpc.TargetRates;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import java.time.Duration;

/**
 * The matcher's settings; {@code matcher-defaults.yaml} says what each key means.
 *
 * @param galleryReferencesMax that the memory was planned for, at least 1
 * @param pages that the gallery lies in
 */
record MatcherConfig(
        HostPort listen,
        FingerEngine engine,
        int partitions,
        TargetRates targetRates,
        int comparisonThreads,
        long galleryReferencesMax,
        MemoryPages pages,
        int messageBytesMax,
        int queuedWritesMax,
        long diskReserveBytes,
        Duration answersKept,
        int dedupeBatch,
        int dedupeBusyPercentMax,
        int callsAtOnceMax) {
    private static final int MIB = 1 << 20;
    private static final int CALLS_MAX = 100_000;
    /** Twice what a gate on the same box takes on, so that a gate's own bound is met first. */
    private static final int CALLS_A_CORE = 64;
    /** A step of a job is one record, and a record is at most 1 MiB. */
    private static final int DEDUPE_BATCH_MAX = 256;

    /**
     * What the layers say, as far as the machine can bear it.
     *
     * @throws id.sidik.wire.config.ConfigException naming the key that can not be used
     */
    static MatcherConfig of(LayeredConfig config, Machine machine) {
        int threads = config.integer("matcher.comparison-threads", 0, 1_024);
        FingerEngine engine = engineOf(config.string("matcher.engine"));
        int referencesMax = config.integer("matcher.gallery-references-max", 0, Integer.MAX_VALUE);
        return new MatcherConfig(
                config.address("matcher.listen"),
                engine,
                config.integer("matcher.partitions", 1, Partitioning.COUNT_MAX),
                new TargetRates(
                        config.between("matcher.target-fmr", 0, 1), config.between("matcher.target-fpir", 0, 1)),
                threads == 0 ? machine.cores() : threads,
                leastOf(referencesMax, GalleryCapacity.references(engine, machine)),
                pagesOf(config.string("matcher.huge-pages")),
                config.integer("matcher.message-mib-max", 1, 256) * MIB,
                config.integer("matcher.queued-writes-max", 1, 100_000),
                (long) config.integer("matcher.disk-reserve-mib", 0, 1_000_000) * MIB,
                config.duration("matcher.answers-kept"),
                config.integer("matcher.dedupe-batch", 1, DEDUPE_BATCH_MAX),
                config.integer("matcher.dedupe-busy-percent-max", 1, 100),
                callsAtOnceMax(config.integer("matcher.calls-at-once-max", 0, CALLS_MAX), machine));
    }

    private static int callsAtOnceMax(int asked, Machine machine) {
        return asked == 0 ? CALLS_A_CORE * machine.cores() : asked;
    }

    /** A profile's number is for its engine and its box; another engine, or a smaller box, must not be driven out of memory by it. */
    private static long leastOf(int asked, long affordable) {
        return asked == 0 ? affordable : Math.min(asked, affordable);
    }

    private static MemoryPages pagesOf(String asked) {
        return switch (asked) {
            case "madvise" -> MemoryPages.HUGE;
            case "off", "false" -> MemoryPages.USUAL; // YAML reads a bare off as false
            default -> throw new ConfigException("matcher.huge-pages is madvise or off, not " + asked);
        };
    }

    private static FingerEngine engineOf(String name) {
        try {
            return FingerEngine.named(name);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("matcher.engine: " + e.getMessage(), e);
        }
    }
}
