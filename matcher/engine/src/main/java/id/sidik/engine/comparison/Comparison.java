package id.sidik.engine.comparison;

/**
 * One probe, ready to be compared with many references. Safe for use by many threads; a comparator may keep scratch memory for
 * each thread that compares, so compare on a fixed set of platform threads.
 */
@FunctionalInterface
public interface Comparison {
    /**
     * Compares the probe with one reference: the {@linkplain ComparisonScore#value value} of the score, so that a search need not
     * allocate one for each reference.
     *
     * @throws IllegalArgumentException if another comparator prepared the reference
     */
    double scoreOf(PreparedReference reference);

    /** Likewise, as a score. */
    default ComparisonScore against(PreparedReference reference) {
        return new ComparisonScore(scoreOf(reference));
    }
}
