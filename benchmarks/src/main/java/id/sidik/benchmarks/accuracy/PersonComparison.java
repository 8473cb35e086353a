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
     * Prepares a person who asks, once, for all who are enrolled. A higher score is more alike.
     *
     * @param attempts for each finger the impressions that were tried; empty where nothing could be extracted. The enrolled person
     *     has the same fingers in the same order.
     */
    ToDoubleFunction<List<List<Optional<T>>>> comparisonOf(List<List<Optional<T>>> attempts);
}
