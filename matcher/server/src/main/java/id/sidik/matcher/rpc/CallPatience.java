package id.sidik.matcher.rpc;

import id.sidik.matcher.limits.Patience;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The deadline of the call under way, on the monotonic clock. */
final class CallPatience {
    private CallPatience() {}

    static Patience current() {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            throw new IllegalStateException("outside a call that DeadlineGuard let through");
        }
        return () -> Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }
}
