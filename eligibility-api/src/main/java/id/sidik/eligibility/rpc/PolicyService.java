package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.ExplainEligibilityRequest;
import id.sidik.eligibility.v1.ExplainEligibilityResponse;
import id.sidik.eligibility.v1.PolicyServiceGrpc.PolicyServiceImplBase;
import id.sidik.eligibility.v1.ReplayDecisionRequest;
import id.sidik.eligibility.v1.ReplayDecisionResponse;
import id.sidik.eligibility.v1.SimulateBenefitRequest;
import id.sidik.eligibility.v1.SimulateBenefitResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** The contract of the rules over gRPC. */
public final class PolicyService extends PolicyServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime()} */
    public PolicyService(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void explainEligibility(
            ExplainEligibilityRequest request, StreamObserver<ExplainEligibilityResponse> caller) {
        RpcCall.answer(caller, () -> journeys.policy().explain(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void simulateBenefit(SimulateBenefitRequest request, StreamObserver<SimulateBenefitResponse> caller) {
        RpcCall.answer(caller, () -> journeys.simulation().simulate(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void replayDecision(ReplayDecisionRequest request, StreamObserver<ReplayDecisionResponse> caller) {
        RpcCall.answer(caller, () -> journeys.policy().replay(request, RpcCall.caller(nanoTime)));
    }
}
