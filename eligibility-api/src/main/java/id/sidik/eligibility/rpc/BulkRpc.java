package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.BulkServiceGrpc.BulkServiceImplBase;
import id.sidik.eligibility.v1.ExportRowsRequest;
import id.sidik.eligibility.v1.ExportedRow;
import id.sidik.eligibility.v1.GetImportRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.ImportState;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Many rows at once over gRPC. */
final class BulkRpc extends BulkServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    BulkRpc(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void importRows(ImportRowsRequest request, StreamObserver<ImportRowsResponse> caller) {
        RpcCall.answer(caller, () -> journeys.bulk().take(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void getImport(GetImportRequest request, StreamObserver<ImportState> caller) {
        RpcCall.answer(caller, () -> journeys.bulk().state(request));
    }

    @Override
    public void exportRows(ExportRowsRequest request, StreamObserver<ExportedRow> caller) {
        try {
            PacedStream.send(
                    journeys.bulk().export(request, RpcCall.caller(nanoTime)),
                    (ServerCallStreamObserver<ExportedRow>) caller);
        } catch (RuntimeException failure) {
            caller.onError(StatusMapping.errorOf(failure));
        }
    }
}
