package id.sidik.benchmarks.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How an engine compares people of whom several fingers, with several impressions each, are there. Safe for use by many threads.
 *
 * @param <T> what the engine extracts from one impression
 */
interface PersonComparison<T> {
    /**
     * Prepares what was tried of one finger, once, for all enrolled ones: what the finger says, more is more alike.
     *
     * @param attempts the impressions that were tried; empty where nothing could be extracted
     */
    ToDoubleFunction<List<Optional<T>>> fingerOf(List<Optional<T>> attempts);

    /** The score of a person whose fingers say so much in sum. */
    double together(double sumOfFingers, int fingers);
}
