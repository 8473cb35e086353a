package id.sidik.benchmarks.province;

import java.time.Instant;
import java.time.InstantSource;

/** A year that passes as fast as it is played: for each caller the moment of what she does, and else the dawn of the day. */
final class YearClock implements InstantSource {
    private static final ScopedValue<Moment> MOMENT = ScopedValue.newInstance();

    private volatile Instant dawn;

    /** When something began, in the year and in truth: from there on time passes as it does. */
    private record Moment(Instant at, long startNanos) {
        Instant now() {
            return at.plusNanos(System.nanoTime() - startNanos);
        }
    }

    YearClock(Instant dawn) {
        this.dawn = dawn;
    }

    /** Another day. */
    void dawns(Instant at) {
        dawn = at;
    }

    /** Does something at a moment. */
    void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, new Moment(moment, System.nanoTime())).run(work);
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get().now() : dawn;
    }
}
