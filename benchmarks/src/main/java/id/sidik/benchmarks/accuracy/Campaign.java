package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Medians;
import id.sidik.benchmarks.rates.Scores;
import java.util.List;
import java.util.Optional;

/**
 * One engine over all sets.
 *
 * @param <T> what the engine extracts
 * @param runs one a set, in the order in which the sets were named; at least one
 */
record Campaign<T>(MeasuredEngine<T> engine, List<EngineRun<T>> runs) {
    String name() {
        return engine.name();
    }

    /** The run of a set; empty if it was not measured. */
    Optional<EngineRun<T>> run(String set) {
        return runs.stream().filter(run -> run.set().name().equals(set)).findFirst();
    }

    /** One threshold for the scores of all sets together, not a mean of rates. */
    Scores pooled() {
        return Scores.pooled(runs.stream().map(run -> run.pairs().all()).toList());
    }

    /** The lowest limit at which the pooled FMR is at most the given one. */
    double limitAt(double fmr) {
        return ErrorCurve.of(pooled()).limitAt(fmr);
    }

    List<PairScores> pairs() {
        return runs.stream().<PairScores>map(EngineRun::pairs).toList();
    }

    int failedToExtract() {
        return runs.stream().mapToInt(EngineRun::failedToExtract).sum();
    }

    double extractMillisMedian() {
        return Medians.of(
                runs.stream().flatMap(run -> run.extractMillis().stream()).mapToDouble(Double::doubleValue));
    }

    StageTimes times() {
        return StageTimes.joined(runs.stream().<StageTimes>map(EngineRun::times).toList());
    }
}
