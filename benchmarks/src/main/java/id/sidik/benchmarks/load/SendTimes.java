package id.sidik.benchmarks.load;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * When each question is to be sent: people who do not know of one another arrive as a Poisson process, and none waits because another
 * is served slowly. Latency counts from here, so that a service which stalls cannot hide it by keeping its askers from asking.
 */
final class SendTimes {
    private static final double NANOS_A_SECOND = 1e9;

    private final long[] nanosFromStart;

    private SendTimes(long[] nanosFromStart) {
        this.nanosFromStart = nanosFromStart;
    }

    /**
     * Draws gaps.
     *
     * @param count how many questions
     */
    static SendTimes poisson(double perSecond, int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long[] times = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextExponential() / perSecond;
            times[i] = Math.round(at * NANOS_A_SECOND);
        }
        return new SendTimes(times);
    }

    int count() {
        return nanosFromStart.length;
    }

    long nanos(int question) {
        return nanosFromStart[question];
    }
}
