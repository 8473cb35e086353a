package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AdjudicationFile;
import id.sidik.eligibility.v1.AdjudicationServiceGrpc.AdjudicationServiceImplBase;
import id.sidik.eligibility.v1.CompareCasePrintsRequest;
import id.sidik.eligibility.v1.CompareCasePrintsResponse;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseResponse;
import id.sidik.eligibility.v1.GetAdjudicationCaseRequest;
import id.sidik.eligibility.v1.ListDecidedCasesRequest;
import id.sidik.eligibility.v1.ListDecidedCasesResponse;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import id.sidik.eligibility.v1.SplitMemberRequest;
import id.sidik.eligibility.v1.SplitMemberResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Cases and their verdicts over gRPC. */
final class AdjudicationRpc extends AdjudicationServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    AdjudicationRpc(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void getAdjudicationCase(GetAdjudicationCaseRequest request, StreamObserver<AdjudicationFile> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().file(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void compareCasePrints(CompareCasePrintsRequest request, StreamObserver<CompareCasePrintsResponse> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().prints(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void openAdjudicationCase(OpenAdjudicationCaseRequest request, StreamObserver<AdjudicationFile> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().open(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void decideAdjudicationCase(
            DecideAdjudicationCaseRequest request, StreamObserver<DecideAdjudicationCaseResponse> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().decide(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void splitMember(SplitMemberRequest request, StreamObserver<SplitMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().split(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listDecidedCases(ListDecidedCasesRequest request, StreamObserver<ListDecidedCasesResponse> caller) {
        RpcCall.answer(caller, () -> journeys.adjudication().decided(request));
    }
}
