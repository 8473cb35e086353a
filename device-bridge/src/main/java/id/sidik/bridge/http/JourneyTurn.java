package id.sidik.bridge.http;

import id.sidik.bridge.session.ScannerBusyException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One page, one journey: a newer one ends the older, and leaving the screen ends it, too. Otherwise the next person's finger would
 * be taken for the one who left.
 */
public final class JourneyTurn {
    /** A capture hears of its end at the scanner's next answer. */
    private static final Duration HANDOVER_MAX = Duration.ofSeconds(3);

    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Thread holder;

    /**
     * Ends the journey before and runs this one.
     *
     * @throws ScannerBusyException when the journey before does not end
     * @throws CancellationException when this one was ended in turn
     */
    public void run(Runnable journey) {
        end();
        await();
        try {
            hold(Thread.currentThread());
            journey.run();
        } finally {
            hold(null);
            Thread.interrupted(); // an end that came too late must not reach what this thread serves next
            turn.unlock();
        }
    }

    /** Ends the journey under way, if there is one. */
    public synchronized void end() {
        if (holder != null) {
            holder.interrupt();
        }
    }

    private synchronized void hold(@Nullable Thread thread) {
        holder = thread;
    }

    private void await() {
        try {
            if (!turn.tryLock(HANDOVER_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ScannerBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("ended while it waited for its turn");
        }
    }
}
