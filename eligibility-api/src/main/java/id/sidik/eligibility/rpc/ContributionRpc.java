package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.ContributionServiceGrpc.ContributionServiceImplBase;
import id.sidik.eligibility.v1.GetAccountRequest;
import id.sidik.eligibility.v1.MemberAccount;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.PostContributionResponse;
import id.sidik.eligibility.v1.ReconcileChannelDayRequest;
import id.sidik.eligibility.v1.ReconcileChannelDayResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Payments, accounts and channels over gRPC. */
final class ContributionRpc extends ContributionServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    ContributionRpc(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void postContribution(PostContributionRequest request, StreamObserver<PostContributionResponse> caller) {
        RpcCall.answer(caller, () -> journeys.contributions().post(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void getAccount(GetAccountRequest request, StreamObserver<MemberAccount> caller) {
        RpcCall.answer(caller, () -> journeys.accounts().account(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void reconcileChannelDay(
            ReconcileChannelDayRequest request, StreamObserver<ReconcileChannelDayResponse> caller) {
        RpcCall.answer(caller, () -> journeys.accounts().reconcile(request, RpcCall.caller(nanoTime)));
    }
}
