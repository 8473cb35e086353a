package id.sidik.matcher.rpc;

import id.sidik.matcher.deduplication.Deduplication;
import id.sidik.matcher.deduplication.DeduplicationOrder;
import id.sidik.matcher.limits.OverloadedException;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.store.DuplicateJobs;
import id.sidik.matcher.v1.DeduplicateRequest;
import id.sidik.matcher.v1.DeduplicateResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The calls that run jobs of de-duplication, one at a time: a second one would halve the pace of both. */
public final class DeduplicateCalls {
    private final Deduplication deduplication;
    private final Executor executor;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param executor runs a job on a thread of its own */
    public DeduplicateCalls(Deduplication deduplication, Executor executor) {
        this.deduplication = deduplication;
        this.executor = executor;
    }

    void begin(DeduplicateRequest request, double serversFpir, ServerCallStreamObserver<DeduplicateResponse> out) {
        DeduplicationOrder order = order(request, serversFpir);
        Patience patience = CallPatience.current();
        DeduplicateStream stream = new DeduplicateStream(out);
        if (!running.compareAndSet(false, true)) {
            throw new OverloadedException("a de-duplication runs already; try again when it has ended");
        }
        executor.execute(() -> run(order, stream, patience, out));
    }

    private void run(
            DeduplicationOrder order,
            DeduplicateStream stream,
            Patience patience,
            ServerCallStreamObserver<DeduplicateResponse> out) {
        try {
            deduplication.run(order, stream, patience);
        } catch (InterruptedException e) {
            running.set(false);
            out.onError(StatusMapping.of(e));
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            running.set(false);
            out.onError(StatusMapping.of(e));
            return;
        }
        running.set(false);
        out.onCompleted();
    }

    private static DeduplicationOrder order(DeduplicateRequest request, double serversFpir) {
        if (!DuplicateJobs.isJobId(request.getJobId())) {
            throw new InvalidRequestException(
                    "JOB_ID_INVALID",
                    "job_id must be 8 to 64 of [A-Za-z0-9._-], and has "
                            + request.getJobId().length() + " characters");
        }
        double asked = RequestReading.targetRate("target_fpir", request.getTargetFpir(), 0);
        return new DeduplicationOrder(
                request.getJobId(),
                asked == 0 ? OptionalDouble.empty() : OptionalDouble.of(asked),
                serversFpir,
                request.getSameFingerOnly(),
                request.getPairsReceived());
    }
}
