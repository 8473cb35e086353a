package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.BackupJourney;
import id.sidik.eligibility.v1.BackupServiceGrpc.BackupServiceImplBase;
import id.sidik.eligibility.v1.CopyBooksRequest;
import id.sidik.eligibility.v1.CopyBooksResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** {@code backup.proto} over gRPC. */
final class BackupService extends BackupServiceImplBase {
    private final BackupJourney backup;
    private final LongSupplier nanoTime;

    BackupService(BackupJourney backup, LongSupplier nanoTime) {
        this.backup = backup;
        this.nanoTime = nanoTime;
    }

    @Override
    public void copyBooks(CopyBooksRequest request, StreamObserver<CopyBooksResponse> caller) {
        RpcCall.answer(caller, () -> backup.copy(RpcCall.caller(nanoTime)));
    }
}
