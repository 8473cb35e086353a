package id.sidik.wire.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many calls a service works on at once, over all of its edges. One more is turned away at once: a queue that only grows serves
 * nobody in time (people at a counter leave, their calls do not), and who is told so at once can ask elsewhere, or again. Safe for use by
 * many threads.
 *
 * <p>By Little's law an accepted call takes about {@code atOnceMax} divided by the calls that the box completes a second, however many
 * are asked.
 */
public final class CallLimit {
    /** When those who were turned away may try again: by then, all that were under way have ended. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int atOnceMax;
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAdder admitted = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    /** @param atOnceMax at least 1 */
    public CallLimit(int atOnceMax) {
        if (atOnceMax < 1) {
            throw new IllegalArgumentException("at least one call must be let in at once, not " + atOnceMax);
        }
        this.atOnceMax = atOnceMax;
    }

    /** Lets a call in, which must {@link #leave} exactly once; or counts it as turned away. */
    public boolean enter() {
        if (underWay.incrementAndGet() > atOnceMax) {
            underWay.decrementAndGet();
            turnedAway.increment();
            return false;
        }
        admitted.increment();
        return true;
    }

    /** A call that was let in has ended. */
    public void leave() {
        underWay.decrementAndGet();
    }

    /** What to say to somebody who is turned away. */
    public String refusal() {
        return "This service works on " + atOnceMax
                + " calls already, as many as it takes at once; nothing was done. Try again in "
                + RETRY_AFTER.toSeconds() + " s";
    }

    public int atOnceMax() {
        return atOnceMax;
    }

    /** Now. */
    public int underWay() {
        return Math.min(underWay.get(), atOnceMax);
    }

    /** Since the start. */
    public long admitted() {
        return admitted.sum();
    }

    /** Since the start. */
    public long turnedAway() {
        return turnedAway.sum();
    }
}
