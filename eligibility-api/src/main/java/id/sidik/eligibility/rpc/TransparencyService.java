package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.LogReading;
import id.sidik.eligibility.v1.GetCheckpointRequest;
import id.sidik.eligibility.v1.GetCheckpointResponse;
import id.sidik.eligibility.v1.GetLogProofRequest;
import id.sidik.eligibility.v1.GetLogProofResponse;
import id.sidik.eligibility.v1.ReadTileRequest;
import id.sidik.eligibility.v1.ReadTileResponse;
import id.sidik.eligibility.v1.TransparencyServiceGrpc.TransparencyServiceImplBase;
import io.grpc.stub.StreamObserver;

/** The published log over gRPC. */
final class TransparencyService extends TransparencyServiceImplBase {
    private final LogReading log;

    TransparencyService(LogReading log) {
        this.log = log;
    }

    @Override
    public void getCheckpoint(GetCheckpointRequest request, StreamObserver<GetCheckpointResponse> caller) {
        RpcCall.answer(caller, log::checkpoint);
    }

    @Override
    public void readTile(ReadTileRequest request, StreamObserver<ReadTileResponse> caller) {
        RpcCall.answer(caller, () -> log.tile(request));
    }

    @Override
    public void getLogProof(GetLogProofRequest request, StreamObserver<GetLogProofResponse> caller) {
        RpcCall.answer(caller, () -> log.proof(request));
    }
}
