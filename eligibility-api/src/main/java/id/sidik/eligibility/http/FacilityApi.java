package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.FacilityJourney;
import id.sidik.eligibility.v1.ListApprovalsRequest;
import id.sidik.eligibility.v1.ListContractsRequest;
import id.sidik.eligibility.v1.PutContractRequest;
import id.sidik.eligibility.v1.RecordApprovalRequest;
import id.sidik.eligibility.v1.WithdrawApprovalRequest;
import io.helidon.http.Method;
import java.util.List;

/** Contracts and approvals: each route is a call of the contract. */
final class FacilityApi {
    private final FacilityJourney facilities;
    private final JourneyCall calls;

    FacilityApi(FacilityJourney facilities, Callers callers) {
        this.facilities = facilities;
        this.calls = new JourneyCall(callers);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/contracts",
                        Operation.PUT_CONTRACT,
                        calls.write(
                                PutContractRequest::newBuilder,
                                (message, caller) -> facilities.putContract(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/facilities/{facilityId}/contracts",
                        Operation.LIST_CONTRACTS,
                        calls.read(
                                ListContractsRequest::newBuilder,
                                (message, _) -> facilities.contracts(message.build()))),
                new Endpoint(
                        Method.POST,
                        "/v1/approvals",
                        Operation.RECORD_APPROVAL,
                        calls.write(
                                RecordApprovalRequest::newBuilder,
                                (message, caller) -> facilities.record(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/approvals/{approvalId}/withdrawal",
                        Operation.WITHDRAW_APPROVAL,
                        calls.write(
                                WithdrawApprovalRequest::newBuilder,
                                (message, caller) -> facilities.withdraw(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/members/{nid}/approvals",
                        Operation.LIST_APPROVALS,
                        calls.read(
                                ListApprovalsRequest::newBuilder,
                                (message, caller) -> facilities.approvals(message.build(), caller))));
    }
}
