package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.v1.StageTiming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long each stage of one answer took. A stage that is entered twice counts both times. For one thread. */
final class Stages {
    private static final int NANOS_PER_MICRO = 1_000;

    private final LongSupplier nanoTime;
    private final Map<String, Long> microsByStage = new LinkedHashMap<>();

    Stages(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    <T> T time(String stage, Supplier<T> work) {
        long startNanos = nanoTime.getAsLong();
        T result = work.get();
        microsByStage.merge(stage, (nanoTime.getAsLong() - startNanos) / NANOS_PER_MICRO, Long::sum);
        return result;
    }

    /** In the order in which they were first entered. */
    List<StageTiming> timings() {
        return microsByStage.entrySet().stream()
                .map(stage -> StageTiming.newBuilder()
                        .setStage(stage.getKey())
                        .setMicros((int) Math.min(Integer.MAX_VALUE, stage.getValue()))
                        .build())
                .toList();
    }

    /** The event with the stages so far. */
    AuditEvent in(AuditEvent event) {
        AuditEvent timed = event;
        for (Map.Entry<String, Long> stage : microsByStage.entrySet()) {
            timed = timed.withMicros(stage.getKey(), stage.getValue());
        }
        return timed;
    }
}
