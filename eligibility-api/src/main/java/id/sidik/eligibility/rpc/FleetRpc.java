package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.BridgeLifeJourney;
import id.sidik.eligibility.journey.FleetJourney;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.ProfileJourney;
import id.sidik.eligibility.v1.FleetServiceGrpc.FleetServiceImplBase;
import id.sidik.eligibility.v1.GetBridgeRequest;
import id.sidik.eligibility.v1.GetBridgeResponse;
import id.sidik.eligibility.v1.InviteBridgeRequest;
import id.sidik.eligibility.v1.InviteBridgeResponse;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.ListBridgesResponse;
import id.sidik.eligibility.v1.PublishProfileRequest;
import id.sidik.eligibility.v1.PublishProfileResponse;
import id.sidik.eligibility.v1.RenewBridgeRequest;
import id.sidik.eligibility.v1.RenewBridgeResponse;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import id.sidik.eligibility.v1.RevokeBridgeRequest;
import id.sidik.eligibility.v1.RevokeBridgeResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** The institution's bridges, over gRPC. */
final class FleetRpc extends FleetServiceImplBase {
    private final FleetJourney fleet;
    private final BridgeLifeJourney life;
    private final ProfileJourney profiles;
    private final LongSupplier nanoTime;

    FleetRpc(Journeys journeys, LongSupplier nanoTime) {
        this.fleet = journeys.fleet();
        this.life = journeys.bridgeLife();
        this.profiles = journeys.profiles();
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
    public void getBridge(GetBridgeRequest request, StreamObserver<GetBridgeResponse> caller) {
        RpcCall.answer(caller, () -> fleet.get(request));
    }

    @Override
    public void revokeBridge(RevokeBridgeRequest request, StreamObserver<RevokeBridgeResponse> caller) {
        RpcCall.answer(caller, () -> {
            fleet.revoke(request, RpcCall.caller(nanoTime));
            return RevokeBridgeResponse.getDefaultInstance();
        });
    }

    @Override
    public void renewBridge(RenewBridgeRequest request, StreamObserver<RenewBridgeResponse> caller) {
        RpcCall.answer(caller, () -> life.renew(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void reportBridge(ReportBridgeRequest request, StreamObserver<ReportBridgeResponse> caller) {
        RpcCall.answer(caller, () -> life.report(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void publishProfile(PublishProfileRequest request, StreamObserver<PublishProfileResponse> caller) {
        RpcCall.answer(caller, () -> profiles.publish(request, RpcCall.caller(nanoTime)));
    }
}
