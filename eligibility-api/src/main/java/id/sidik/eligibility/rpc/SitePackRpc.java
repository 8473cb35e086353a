package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.ReconciliationJourney;
import id.sidik.eligibility.journey.SitePackJourney;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.ExpectMembersResponse;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.ListReconciledResponse;
import id.sidik.eligibility.v1.OfflineSite;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import id.sidik.eligibility.v1.ReconcileProvisionalResponse;
import id.sidik.eligibility.v1.SitePackServiceGrpc.SitePackServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Facilities without a network, over gRPC. */
final class SitePackRpc extends SitePackServiceImplBase {
    private final SitePackJourney packs;
    private final ReconciliationJourney reconciliation;
    private final LongSupplier nanoTime;

    SitePackRpc(Journeys journeys, LongSupplier nanoTime) {
        this.packs = journeys.sitePacks();
        this.reconciliation = journeys.reconciliation();
        this.nanoTime = nanoTime;
    }

    @Override
    public void admitSite(AdmitSiteRequest request, StreamObserver<OfflineSite> caller) {
        RpcCall.answer(caller, () -> packs.put(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void expectMembers(ExpectMembersRequest request, StreamObserver<ExpectMembersResponse> caller) {
        RpcCall.answer(caller, () -> packs.expect(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void issueSitePack(IssueSitePackRequest request, StreamObserver<IssueSitePackResponse> caller) {
        RpcCall.answer(caller, () -> packs.issue(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void reconcileProvisional(
            ReconcileProvisionalRequest request, StreamObserver<ReconcileProvisionalResponse> caller) {
        RpcCall.answer(caller, () -> reconciliation.reconcile(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listReconciled(ListReconciledRequest request, StreamObserver<ListReconciledResponse> caller) {
        RpcCall.answer(caller, () -> reconciliation.list(request, RpcCall.caller(nanoTime)));
    }
}
