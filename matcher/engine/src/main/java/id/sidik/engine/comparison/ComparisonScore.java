package id.sidik.engine.comparison;

/**
 * How alike a comparator found two templates: more is more alike. The scale is the comparator's own; only its calibration can
 * say what a score is worth.
 */
public record ComparisonScore(double value) implements Comparable<ComparisonScore> {
    public static final ComparisonScore NONE = new ComparisonScore(0);

    public ComparisonScore {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A comparison score is a finite number from 0: " + value);
        }
    }

    @Override
    public int compareTo(ComparisonScore other) {
        return Double.compare(value, other.value);
    }
}
