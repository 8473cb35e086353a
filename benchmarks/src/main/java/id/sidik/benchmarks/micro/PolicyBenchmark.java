package id.sidik.benchmarks.micro;

import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.Ruling;
import id.sidik.eligibility.policy.WorkedCase;
import id.sidik.eligibility.policy.WorkedCases;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions a second on one core, over all worked cases in turn, and what writing one down costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyBenchmark {
    private final Policy policy = Policy.builtIn();
    private final List<WorkedCase> cases = WorkedCases.builtIn();
    private int next;

    @Benchmark
    public Ruling decide() {
        WorkedCase worked = nextCase();
        return policy.decide(worked.facts(), worked.day());
    }

    /** With the facts and the ruling as text, as they are kept. */
    @Benchmark
    public int decideAndWriteDown() {
        WorkedCase worked = nextCase();
        Ruling ruling = policy.decide(worked.facts(), worked.day());
        return worked.facts().json().length() + ruling.json().length();
    }

    @Benchmark
    public Ruling readAndReplay() {
        WorkedCase worked = nextCase();
        return policy.decide(Facts.ofJson(worked.facts().json()), worked.day());
    }

    private WorkedCase nextCase() {
        next = (next + 1) % cases.size();
        return cases.get(next);
    }
}
