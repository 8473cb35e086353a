package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Patience;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What every call has: a caller with so much patience, and one answer or one failure. */
final class RpcCall {
    /** No caller may keep a journey, and the member it works on, for longer. */
    private static final Duration PATIENCE_MAX = Duration.ofSeconds(60);

    private RpcCall() {}

    /** @param nanoTime as {@link System#nanoTime()} */
    static Caller caller(LongSupplier nanoTime) {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            throw new IllegalStateException("the deadline guard lets nobody through without one");
        }
        Duration left = Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
        return new Caller(
                AccessGuard.warrant(), Patience.of(left.compareTo(PATIENCE_MAX) < 0 ? left : PATIENCE_MAX, nanoTime));
    }

    static <A> void answer(StreamObserver<A> caller, Supplier<A> journey) {
        A answer;
        try {
            answer = journey.get();
        } catch (RuntimeException failure) {
            caller.onError(StatusMapping.errorOf(failure));
            return;
        }
        caller.onNext(answer);
        caller.onCompleted();
    }
}
