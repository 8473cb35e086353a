package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.VisitJourney;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.EndVisitResponse;
import id.sidik.eligibility.v1.GetVisitRequest;
import id.sidik.eligibility.v1.GetVisitResponse;
import id.sidik.eligibility.v1.ListVisitsRequest;
import id.sidik.eligibility.v1.ListVisitsResponse;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.OpenVisitResponse;
import id.sidik.eligibility.v1.ShowVisitPresenceRequest;
import id.sidik.eligibility.v1.ShowVisitPresenceResponse;
import id.sidik.eligibility.v1.VisitServiceGrpc.VisitServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Visits over gRPC. */
final class VisitService extends VisitServiceImplBase {
    private final VisitJourney visits;
    private final LongSupplier nanoTime;

    VisitService(VisitJourney visits, LongSupplier nanoTime) {
        this.visits = visits;
        this.nanoTime = nanoTime;
    }

    @Override
    public void openVisit(OpenVisitRequest request, StreamObserver<OpenVisitResponse> caller) {
        RpcCall.answer(
                caller,
                () -> OpenVisitResponse.newBuilder()
                        .setVisit(visits.open(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void showVisitPresence(ShowVisitPresenceRequest request, StreamObserver<ShowVisitPresenceResponse> caller) {
        RpcCall.answer(
                caller,
                () -> ShowVisitPresenceResponse.newBuilder()
                        .setVisit(visits.showPresence(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void endVisit(EndVisitRequest request, StreamObserver<EndVisitResponse> caller) {
        RpcCall.answer(
                caller,
                () -> EndVisitResponse.newBuilder()
                        .setVisit(visits.end(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void getVisit(GetVisitRequest request, StreamObserver<GetVisitResponse> caller) {
        RpcCall.answer(
                caller,
                () -> GetVisitResponse.newBuilder()
                        .setVisit(visits.read(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void listVisits(ListVisitsRequest request, StreamObserver<ListVisitsResponse> caller) {
        RpcCall.answer(caller, () -> visits.list(request, RpcCall.caller(nanoTime)));
    }
}
