package id.sidik.matcher.rpc;

import id.sidik.matcher.v1.ImportOutcome;
import id.sidik.matcher.v1.ImportReferencesRequest;
import id.sidik.matcher.v1.ImportReferencesResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One bulk import. Several records are worked on at once, so that they share syncs and cores; their answers leave in the order of the
 * records. A further record is asked for when an answer has left and the caller takes answers, so neither side can flood the other.
 */
final class ImportStream implements StreamObserver<ImportReferencesRequest> {
    static final int RECORDS_UNDER_WAY_MAX = 32;

    private final ServerCallStreamObserver<ImportReferencesResponse> out;
    private final Executor executor;
    private final Function<ImportReferencesRequest, ImportReferencesResponse> importing;
    private CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);
    private long storedTotal;
    private int recordsOwed;

    /** @param importing one record; never throws */
    ImportStream(
            ServerCallStreamObserver<ImportReferencesResponse> out,
            Executor executor,
            Function<ImportReferencesRequest, ImportReferencesResponse> importing) {
        this.out = out;
        this.executor = executor;
        this.importing = importing;
    }

    /** Asks for the first records; to be called before the service method returns. */
    void begin() {
        out.disableAutoRequest();
        out.setOnReadyHandler(this::askForOwedRecords);
        out.setOnCancelHandler(() -> {}); // answers to nobody are dropped: what is under way ends
        out.request(RECORDS_UNDER_WAY_MAX);
    }

    @Override
    public void onNext(ImportReferencesRequest request) {
        CompletableFuture<ImportReferencesResponse> answer =
                CompletableFuture.supplyAsync(() -> importing.apply(request), executor);
        answered = answered.thenCombine(answer, (_, response) -> {
            send(response);
            return null;
        });
    }

    private synchronized void send(ImportReferencesResponse response) {
        if (response.getOutcome() == ImportOutcome.STORED) {
            storedTotal++;
        }
        out.onNext(response.toBuilder().setStoredTotal(storedTotal).build());
        recordsOwed++;
        askForOwedRecords();
    }

    private synchronized void askForOwedRecords() {
        if (recordsOwed > 0 && out.isReady()) {
            out.request(recordsOwed);
            recordsOwed = 0;
        }
    }

    /** The caller has gone; what is under way ends by itself. */
    @Override
    public void onError(Throwable callersEnd) {}

    @Override
    public void onCompleted() {
        var _ = answered.whenComplete((_, failure) -> end(failure));
    }

    private synchronized void end(@Nullable Throwable failure) {
        if (failure == null) {
            out.onCompleted();
        } else {
            out.onError(StatusMapping.of(failure));
        }
    }
}
