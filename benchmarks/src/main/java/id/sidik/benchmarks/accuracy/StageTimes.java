package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.rates.Medians;
import java.util.List;

/**
 * What preparing and comparing took, by the wall clock.
 *
 * @param prepareNanos of each probe
 * @param impostorNanos of all impostor comparisons together, and {@code genuineNanos} of all genuine ones
 */
record StageTimes(List<Long> prepareNanos, long impostorNanos, long impostors, long genuineNanos, long genuines) {
    static StageTimes joined(List<StageTimes> parts) {
        return new StageTimes(
                parts.stream().flatMap(part -> part.prepareNanos.stream()).toList(),
                parts.stream().mapToLong(StageTimes::impostorNanos).sum(),
                parts.stream().mapToLong(StageTimes::impostors).sum(),
                parts.stream().mapToLong(StageTimes::genuineNanos).sum(),
                parts.stream().mapToLong(StageTimes::genuines).sum());
    }

    double prepareMicrosMedian() {
        return Medians.of(prepareNanos.stream().mapToDouble(Long::doubleValue)) / 1e3;
    }

    double impostorMicrosMean() {
        return impostorNanos / 1e3 / Math.max(1, impostors);
    }

    double genuineMicrosMean() {
        return genuineNanos / 1e3 / Math.max(1, genuines);
    }
}
