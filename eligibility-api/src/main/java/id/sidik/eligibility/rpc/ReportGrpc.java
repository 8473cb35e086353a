package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.AuditSearch;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AnswerComplaintRequest;
import id.sidik.eligibility.v1.AnswerComplaintResponse;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.GetReportResponse;
import id.sidik.eligibility.v1.ListAuditWordsRequest;
import id.sidik.eligibility.v1.ListAuditWordsResponse;
import id.sidik.eligibility.v1.ListComplaintsRequest;
import id.sidik.eligibility.v1.ListComplaintsResponse;
import id.sidik.eligibility.v1.ListReportsRequest;
import id.sidik.eligibility.v1.ListReportsResponse;
import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutSiteResponse;
import id.sidik.eligibility.v1.PutStaffMemberRequest;
import id.sidik.eligibility.v1.PutStaffMemberResponse;
import id.sidik.eligibility.v1.RecordComplaintRequest;
import id.sidik.eligibility.v1.RecordComplaintResponse;
import id.sidik.eligibility.v1.ReportServiceGrpc.ReportServiceImplBase;
import id.sidik.eligibility.v1.SearchAuditRequest;
import id.sidik.eligibility.v1.SearchAuditResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Reports and complaints over gRPC. */
final class ReportGrpc extends ReportServiceImplBase {
    private final Journeys journeys;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime()} */
    ReportGrpc(Journeys journeys, LongSupplier nanoTime) {
        this.journeys = journeys;
        this.nanoTime = nanoTime;
    }

    @Override
    public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> caller) {
        RpcCall.answer(caller, () -> journeys.reports().names());
    }

    @Override
    public void getReport(GetReportRequest request, StreamObserver<GetReportResponse> caller) {
        RpcCall.answer(caller, () -> journeys.reports().report(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void recordComplaint(RecordComplaintRequest request, StreamObserver<RecordComplaintResponse> caller) {
        RpcCall.answer(caller, () -> journeys.complaints().record(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void answerComplaint(AnswerComplaintRequest request, StreamObserver<AnswerComplaintResponse> caller) {
        RpcCall.answer(caller, () -> journeys.complaints().answer(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listComplaints(ListComplaintsRequest request, StreamObserver<ListComplaintsResponse> caller) {
        RpcCall.answer(caller, () -> journeys.complaints().list(request));
    }

    @Override
    public void putSite(PutSiteRequest request, StreamObserver<PutSiteResponse> caller) {
        RpcCall.answer(caller, () -> journeys.sites().putSite(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void putStaffMember(PutStaffMemberRequest request, StreamObserver<PutStaffMemberResponse> caller) {
        RpcCall.answer(caller, () -> journeys.sites().putStaff(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void searchAudit(SearchAuditRequest request, StreamObserver<SearchAuditResponse> caller) {
        RpcCall.answer(caller, () -> journeys.auditSearch().search(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void listAuditWords(ListAuditWordsRequest request, StreamObserver<ListAuditWordsResponse> caller) {
        RpcCall.answer(caller, AuditSearch::words);
    }
}
