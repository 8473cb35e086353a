package id.sidik.eligibility.journey;

import id.sidik.eligibility.v1.StageTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long each stage of one answer took. For one thread. */
final class Stages {
    private static final int NANOS_PER_MICRO = 1_000;

    private final LongSupplier nanoTime;
    private final List<StageTiming> timings = new ArrayList<>();

    Stages(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    <T> T time(String stage, Supplier<T> work) {
        long startNanos = nanoTime.getAsLong();
        T result = work.get();
        long micros = (nanoTime.getAsLong() - startNanos) / NANOS_PER_MICRO;
        timings.add(StageTiming.newBuilder()
                .setStage(stage)
                .setMicros((int) Math.min(Integer.MAX_VALUE, micros))
                .build());
        return result;
    }

    /** In the order in which they ended. */
    List<StageTiming> timings() {
        return List.copyOf(timings);
    }
}
