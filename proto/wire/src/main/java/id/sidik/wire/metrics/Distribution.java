package id.sidik.wire.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How often a value was at most each of a few bounds: what Prometheus calls a histogram. For one thread at a time; {@link #now} gives
 * what any thread may keep.
 */
public final class Distribution {
    private final List<Double> bounds;
    private final long[] atMost;
    private long count;
    private double sum;

    /**
     * An empty one.
     *
     * @param bounds inclusive upper bounds, ascending
     * @throws IllegalArgumentException when they do not ascend
     */
    public Distribution(double... bounds) {
        this.bounds = Arrays.stream(bounds).boxed().toList();
        this.atMost = new long[bounds.length];
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw new IllegalArgumentException("Bounds must ascend: " + this.bounds);
            }
        }
    }

    /** Counts a value. */
    public void add(double value) {
        count++;
        sum += value;
        for (int i = 0; i < atMost.length; i++) {
            if (value <= bounds.get(i)) {
                atMost[i]++;
            }
        }
    }

    /** As it is now. */
    public Counts now() {
        return new Counts(bounds, LongStream.of(atMost).boxed().toList(), count, sum);
    }

    /**
     * What was counted.
     *
     * @param bounds inclusive upper bounds, ascending
     * @param atMost values that were at most the bound of the same place
     * @param count of all values
     * @param sum of all values
     */
    public record Counts(List<Double> bounds, List<Long> atMost, long count, double sum) {
        public Counts {
            bounds = List.copyOf(bounds);
            atMost = List.copyOf(atMost);
            if (bounds.size() != atMost.size()) {
                throw new IllegalArgumentException("One count for each bound: " + bounds + ", " + atMost);
            }
        }
    }
}
