package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.Sample;
import java.util.List;

/**
 * Impressions of one person's fingers on their way to the matcher. The gate does not look inside, and neither does a log: this is
 * why they are not passed about as a list, which would print itself whole.
 */
public final class Samples {
    /** The most that one request carries. */
    public static final int COUNT_MAX = 20;

    public static final Samples NONE = new Samples(List.of());

    private final List<Sample> samples;

    private Samples(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /**
     * Takes them as they are.
     *
     * @throws IllegalArgumentException when there are more than {@link #COUNT_MAX}
     */
    public static Samples of(List<Sample> samples) {
        if (samples.size() > COUNT_MAX) {
            throw new IllegalArgumentException("at most " + COUNT_MAX + " samples, not " + samples.size());
        }
        return samples.isEmpty() ? NONE : new Samples(samples);
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    List<Sample> messages() {
        return samples;
    }

    @Override
    public String toString() {
        return "Samples[" + samples.size() + "]";
    }
}
