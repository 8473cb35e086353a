package id.sidik.matcher.rpc;

import id.sidik.matcher.limits.Interruptible;
import id.sidik.matcher.limits.Patience;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The deadline of one call, on the monotonic clock, and whether its caller is still there. */
final class CallPatience implements Patience {
    private final Context call;
    private final Deadline deadline;

    private CallPatience(Context call, Deadline deadline) {
        this.call = call;
        this.deadline = deadline;
    }

    /** Of the call under way. */
    static Patience current() {
        Context call = Context.current();
        Deadline deadline = call.getDeadline();
        if (deadline == null) {
            throw new IllegalStateException("outside a call that DeadlineGuard let through");
        }
        return new CallPatience(call, deadline);
    }

    @Override
    public Duration left() {
        return call.isCancelled() ? Duration.ZERO : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }

    @Override
    public <T> T whileWaitedFor(Interruptible<T> work) throws InterruptedException {
        Interruption interruption = new Interruption(Thread.currentThread());
        call.addListener(interruption, Runnable::run);
        try {
            return work.call();
        } finally {
            call.removeListener(interruption);
            interruption.end();
        }
    }

    /** Interrupts a thread when the call is cancelled, and never after the work that it was for. */
    private static final class Interruption implements Context.CancellationListener {
        private final Thread worker;
        private boolean ended;
        private boolean interrupted;

        Interruption(Thread worker) {
            this.worker = worker;
        }

        @Override
        public synchronized void cancelled(Context call) {
            if (!ended) {
                interrupted = true;
                worker.interrupt();
            }
        }

        /** Takes an interrupt of ours back that came too late to end anything. */
        synchronized void end() {
            ended = true;
            if (interrupted) {
                var _ = Thread.interrupted();
            }
        }
    }
}
