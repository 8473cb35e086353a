package id.sidik.benchmarks.accuracy;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An engine whose errors are counted. Safe for use by many threads.
 *
 * @param <T> what it extracts from an impression
 */
interface MeasuredEngine<T> {
    /** How the report calls it. */
    String name();

    /** From the content of an image file to what is compared; empty if nothing could be extracted. */
    Optional<T> extract(byte[] content, double dpi);

    /** Prepares a probe, once, for comparison with all references. A higher score is more alike. */
    ToDoubleFunction<T> comparisonOf(T probe);
}
