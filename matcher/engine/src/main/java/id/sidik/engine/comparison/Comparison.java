package id.sidik.engine.comparison;

/**
 * One probe, ready to be compared with many references. Safe for use by many threads; a comparator may keep scratch memory for
 * each thread that compares, so compare on a fixed set of platform threads.
 */
public interface Comparison {
    /**
     * Compares the probe with one reference.
     *
     * @throws IllegalArgumentException if another comparator prepared the reference
     */
    ComparisonScore against(PreparedReference reference);
}
