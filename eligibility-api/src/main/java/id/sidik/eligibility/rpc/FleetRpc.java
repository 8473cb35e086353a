package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.FleetJourney;
import id.sidik.eligibility.v1.FleetServiceGrpc.FleetServiceImplBase;
import id.sidik.eligibility.v1.InviteBridgeRequest;
import id.sidik.eligibility.v1.InviteBridgeResponse;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.ListBridgesResponse;
import id.sidik.eligibility.v1.RevokeBridgeRequest;
import id.sidik.eligibility.v1.RevokeBridgeResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** The institution's bridges, over gRPC. */
final class FleetRpc extends FleetServiceImplBase {
    private final FleetJourney fleet;
    private final LongSupplier nanoTime;

    FleetRpc(FleetJourney fleet, LongSupplier nanoTime) {
        this.fleet = fleet;
        this.nanoTime = nanoTime;
    }

    @Override
    public void inviteBridge(InviteBridgeRequest request, StreamObserver<InviteBridgeResponse> caller) {
        RpcCall.answer(caller, () -> fleet.invite(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listBridges(ListBridgesRequest request, StreamObserver<ListBridgesResponse> caller) {
        RpcCall.answer(caller, () -> fleet.list(request));
    }

    @Override
    public void revokeBridge(RevokeBridgeRequest request, StreamObserver<RevokeBridgeResponse> caller) {
        RpcCall.answer(caller, () -> {
            fleet.revoke(request, RpcCall.caller(nanoTime));
            return RevokeBridgeResponse.getDefaultInstance();
        });
    }
}
