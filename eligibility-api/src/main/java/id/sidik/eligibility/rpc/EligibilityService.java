package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.DeduplicateMembersRequest;
import id.sidik.eligibility.v1.DeduplicateMembersResponse;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceImplBase;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.EnrolFingersResponse;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.GetMemberResponse;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesResponse;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RecordContributionResponse;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.VerifyMemberRequest;
import id.sidik.eligibility.v1.VerifyMemberResponse;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.eligibility.v1.WithdrawFingersResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** The contract over gRPC: each call is one journey, and what a journey throws is said as a status. */
public final class EligibilityService extends EligibilityServiceImplBase {
    /** The largest request: two images of 8 MiB hardly fit, ten fingers of an ordinary sensor do easily. */
    public static final int MESSAGE_BYTES_MAX = 16 * 1024 * 1024;

    private final Journeys journeys;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime()} */
    public EligibilityService(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void registerMember(RegisterMemberRequest request, StreamObserver<RegisterMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.registration().register(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void enrolFingers(EnrolFingersRequest request, StreamObserver<EnrolFingersResponse> caller) {
        RpcCall.answer(caller, () -> journeys.fingers().enrol(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void recordContribution(
            RecordContributionRequest request, StreamObserver<RecordContributionResponse> caller) {
        RpcCall.answer(caller, () -> journeys.contributions().record(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void checkEligibility(CheckEligibilityRequest request, StreamObserver<CheckEligibilityResponse> caller) {
        RpcCall.answer(caller, () -> journeys.eligibility().check(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void verifyMember(VerifyMemberRequest request, StreamObserver<VerifyMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.recognition().verify(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void identifyMember(IdentifyMemberRequest request, StreamObserver<IdentifyMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.recognition().identify(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void withdrawFingers(WithdrawFingersRequest request, StreamObserver<WithdrawFingersResponse> caller) {
        RpcCall.answer(caller, () -> journeys.fingers().withdraw(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void getMember(GetMemberRequest request, StreamObserver<GetMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.registry().member(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listAdjudicationCases(
            ListAdjudicationCasesRequest request, StreamObserver<ListAdjudicationCasesResponse> caller) {
        RpcCall.answer(caller, () -> journeys.registry().cases(request));
    }

    @Override
    public void getAuditHead(GetAuditHeadRequest request, StreamObserver<GetAuditHeadResponse> caller) {
        RpcCall.answer(caller, () -> journeys.audit().head());
    }

    @Override
    public void readAudit(ReadAuditRequest request, StreamObserver<AuditEvent> caller) {
        try {
            PacedStream.send(journeys.audit().read(request), (ServerCallStreamObserver<AuditEvent>) caller);
        } catch (RuntimeException failure) {
            caller.onError(StatusMapping.errorOf(failure));
        }
    }

    @Override
    public void deduplicateMembers(
            DeduplicateMembersRequest request, StreamObserver<DeduplicateMembersResponse> caller) {
        try {
            PacedStream.send(
                    journeys.deduplication().run(request, RpcCall.caller(nanoTime)),
                    (ServerCallStreamObserver<DeduplicateMembersResponse>) caller);
        } catch (RuntimeException failure) {
            caller.onError(StatusMapping.errorOf(failure));
        }
    }
}
