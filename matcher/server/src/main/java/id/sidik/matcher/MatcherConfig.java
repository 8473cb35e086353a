package id.sidik.matcher;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.matcher.rpc.TargetRates;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import java.time.Duration;

/**
 * The matcher's settings; {@code matcher-defaults.yaml} says what each key means.
 *
 * @param galleryReferencesMax that the heap was planned for
 */
record MatcherConfig(
        HostPort listen,
        FingerEngine engine,
        int partitions,
        TargetRates targetRates,
        int comparisonThreads,
        long galleryReferencesMax,
        int messageBytesMax,
        int queuedWritesMax,
        long diskReserveBytes,
        Duration answersKept,
        int dedupeBatch,
        int dedupeBusyPercentMax) {
    private static final int MIB = 1 << 20;
    /** A step of a job is one record, and a record is at most 1 MiB. */
    private static final int DEDUPE_BATCH_MAX = 256;
    /** A prepared reference takes about 5 kB for 40 minutiae (12 kB with SourceAFIS); large ones twice that. */
    private static final int REFERENCE_HEAP_BYTES = 16 * 1_024;
    /** Of the heap; the rest is for requests, images and the collector. */
    private static final double GALLERY_HEAP_SHARE = 0.6;

    /**
     * @param cores of this machine
     * @param heapBytesMax of this JVM
     * @throws id.sidik.wire.config.ConfigException naming the key that can not be used
     */
    static MatcherConfig of(LayeredConfig config, int cores, long heapBytesMax) {
        int threads = config.integer("matcher.comparison-threads", 0, 1_024);
        int referencesMax = config.integer("matcher.gallery-references-max", 0, Integer.MAX_VALUE);
        return new MatcherConfig(
                config.address("matcher.listen"),
                engineOf(config.string("matcher.engine")),
                config.integer("matcher.partitions", 1, Partitioning.COUNT_MAX),
                new TargetRates(
                        config.between("matcher.target-fmr", 0, 1), config.between("matcher.target-fpir", 0, 1)),
                threads == 0 ? cores : threads,
                referencesMax == 0 ? (long) (GALLERY_HEAP_SHARE * heapBytesMax / REFERENCE_HEAP_BYTES) : referencesMax,
                config.integer("matcher.message-mib-max", 1, 256) * MIB,
                config.integer("matcher.queued-writes-max", 1, 100_000),
                (long) config.integer("matcher.disk-reserve-mib", 0, 1_000_000) * MIB,
                config.duration("matcher.answers-kept"),
                config.integer("matcher.dedupe-batch", 1, DEDUPE_BATCH_MAX),
                config.integer("matcher.dedupe-busy-percent-max", 1, 100));
    }

    private static FingerEngine engineOf(String name) {
        try {
            return FingerEngine.named(name);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("matcher.engine: " + e.getMessage(), e);
        }
    }
}
