package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.FacilityJourney;
import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.FacilityServiceGrpc.FacilityServiceImplBase;
import id.sidik.eligibility.v1.ListApprovalsRequest;
import id.sidik.eligibility.v1.ListApprovalsResponse;
import id.sidik.eligibility.v1.ListContractsRequest;
import id.sidik.eligibility.v1.ListContractsResponse;
import id.sidik.eligibility.v1.PutContractRequest;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import id.sidik.eligibility.v1.WithdrawApprovalRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Contracts and approvals over gRPC. */
final class FacilityRpc extends FacilityServiceImplBase {
    private final FacilityJourney facilities;
    private final LongSupplier nanoTime;

    FacilityRpc(FacilityJourney facilities, LongSupplier nanoTime) {
        this.facilities = facilities;
        this.nanoTime = nanoTime;
    }

    @Override
    public void putContract(PutContractRequest request, StreamObserver<FacilityContract> caller) {
        RpcCall.answer(caller, () -> facilities.putContract(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listContracts(ListContractsRequest request, StreamObserver<ListContractsResponse> caller) {
        RpcCall.answer(caller, () -> facilities.contracts(request));
    }

    @Override
    public void recordApproval(RecordApprovalRequest request, StreamObserver<CareApproval> caller) {
        RpcCall.answer(caller, () -> facilities.record(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void withdrawApproval(WithdrawApprovalRequest request, StreamObserver<CareApproval> caller) {
        RpcCall.answer(caller, () -> facilities.withdraw(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listApprovals(ListApprovalsRequest request, StreamObserver<ListApprovalsResponse> caller) {
        RpcCall.answer(caller, () -> facilities.approvals(request, RpcCall.caller(nanoTime)));
    }
}
