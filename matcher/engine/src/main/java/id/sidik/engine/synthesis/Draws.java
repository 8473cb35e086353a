package id.sidik.engine.synthesis;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The random draws of one finger or one impression: the same for the same seed and stream on every machine.
 *
 * <p>Only integer and plain floating-point steps lie between the generator and the caller, so no platform's mathematics
 * library can change a draw.
 */
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** The odd number nearest to 2^64 / golden ratio: spreads neighbouring seeds far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final double FOUR_UNIFORMS_SD = StrictMath.sqrt(4 / 12.0);

    private final RandomGenerator generator;

    private Draws(RandomGenerator generator) {
        this.generator = generator;
    }

    static Draws of(long seed, long stream) {
        return new Draws(ALGORITHM.create(seed * SPREAD + stream));
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        return (int) (generator.nextDouble() * bound);
    }

    boolean chance(double probability) {
        return generator.nextDouble() < probability;
    }

    /** Uniform in [-1, 1): the cheap noise of one pixel. */
    float noise() {
        return (generator.nextInt() >> 8) * 0x1p-23f;
    }

    /**
     * Bell-shaped about 0: the sum of four uniform draws, so it never leaves ±3.47 standard deviations and no finger gets
     * an impossible shape.
     */
    double bell(double standardDeviation) {
        double sum = generator.nextDouble() + generator.nextDouble() + generator.nextDouble() + generator.nextDouble();
        return (sum - 2) / FOUR_UNIFORMS_SD * standardDeviation;
    }
}
