package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AddDependantRequest;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.EndCardRequest;
import id.sidik.eligibility.v1.EndDependantRequest;
import id.sidik.eligibility.v1.EndEmploymentRequest;
import id.sidik.eligibility.v1.GetEmployerRequest;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.ListEmployersRequest;
import id.sidik.eligibility.v1.ListEmployersResponse;
import id.sidik.eligibility.v1.ListWorkersRequest;
import id.sidik.eligibility.v1.ListWorkersResponse;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.MemberServiceGrpc.MemberServiceImplBase;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationProgress;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Members, step by step, and their employers, over gRPC. */
final class MemberRpc extends MemberServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    MemberRpc(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void beginRegistration(BeginRegistrationRequest request, StreamObserver<RegistrationProgress> caller) {
        RpcCall.answer(caller, () -> journeys.registration().begin(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void describeApplicant(DescribeApplicantRequest request, StreamObserver<RegistrationProgress> caller) {
        RpcCall.answer(caller, () -> journeys.registration().describe(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void completeRegistration(
            CompleteRegistrationRequest request, StreamObserver<RegisterMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.registration().complete(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void getMemberFile(GetMemberFileRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().file(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void updateProfile(UpdateProfileRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().updateProfile(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void changeMemberStatus(ChangeMemberStatusRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().changeStatus(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void addDependant(AddDependantRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().addDependant(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void endDependant(EndDependantRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().endDependant(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void reportEmployment(ReportEmploymentRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().reportEmployment(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void endEmployment(EndEmploymentRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().endEmployment(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void recordConsent(RecordConsentRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().recordConsent(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void recordCard(RecordCardRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().recordCard(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void endCard(EndCardRequest request, StreamObserver<MemberFile> caller) {
        RpcCall.answer(caller, () -> journeys.members().endCard(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void putEmployer(PutEmployerRequest request, StreamObserver<Employer> caller) {
        RpcCall.answer(caller, () -> journeys.employers().put(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void getEmployer(GetEmployerRequest request, StreamObserver<Employer> caller) {
        RpcCall.answer(caller, () -> journeys.employers().get(request));
    }

    @Override
    public void listEmployers(ListEmployersRequest request, StreamObserver<ListEmployersResponse> caller) {
        RpcCall.answer(caller, () -> journeys.employers().list(request));
    }

    @Override
    public void listWorkers(ListWorkersRequest request, StreamObserver<ListWorkersResponse> caller) {
        RpcCall.answer(caller, () -> journeys.employers().workers(request, RpcCall.caller(nanoTime)));
    }
}
