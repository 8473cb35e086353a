package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Members, their fingers and payments, and the gate itself. */
final class MemberApi {
    private static final String NID = "nid";

    private final Journeys journeys;
    private final Callers callers;

    MemberApi(Journeys journeys, Callers callers) {
        this.journeys = journeys;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.POST, "/v1/members", Operation.REGISTER_MEMBER, this::register),
                new Endpoint(Method.GET, "/v1/members/{nid}", Operation.GET_MEMBER, this::member),
                new Endpoint(Method.POST, "/v1/members/{nid}/fingers", Operation.ENROL_FINGERS, this::enrol),
                new Endpoint(Method.DELETE, "/v1/members/{nid}/fingers", Operation.WITHDRAW_FINGERS, this::withdraw),
                new Endpoint(Method.POST, "/v1/contributions", Operation.RECORD_CONTRIBUTION, this::contribution),
                new Endpoint(Method.POST, "/v1/eligibility-checks", Operation.CHECK_ELIGIBILITY, this::check),
                new Endpoint(Method.GET, "/v1/adjudication-cases", Operation.LIST_ADJUDICATION_CASES, this::cases));
    }

    private void register(ServerRequest request, ServerResponse response) {
        RegisterMemberRequest.Builder message = RegisterMemberRequest.newBuilder();
        Body.read(request, message);
        Exchange.fromOutside(message, "idempotency_key", Exchange.idempotencyKey(request));
        RegisterMemberResponse answer = journeys.registration().register(message.build(), callers.of(request, message));
        Exchange.send(response, answer.hasRegistered() ? Status.CREATED_201 : Status.OK_200, answer);
    }

    private void enrol(ServerRequest request, ServerResponse response) {
        EnrolFingersRequest.Builder message = EnrolFingersRequest.newBuilder();
        Body.read(request, message);
        Exchange.fromOutside(message, "idempotency_key", Exchange.idempotencyKey(request));
        Exchange.fromOutside(message, NID, pathNid(request));
        Exchange.send(response, Status.OK_200, journeys.fingers().enrol(message.build(), callers.of(request, message)));
    }

    private void withdraw(ServerRequest request, ServerResponse response) {
        WithdrawFingersRequest message = WithdrawFingersRequest.newBuilder()
                .setIdempotencyKey(Exchange.idempotencyKey(request))
                .setNid(pathNid(request))
                .setReason(request.query().first("reason").orElse(""))
                .build();
        Exchange.send(response, Status.OK_200, journeys.fingers().withdraw(message, callers.of(request, message)));
    }

    private void member(ServerRequest request, ServerResponse response) {
        GetMemberRequest message =
                GetMemberRequest.newBuilder().setNid(pathNid(request)).build();
        Exchange.send(
                response,
                Status.OK_200,
                journeys.registry()
                        .member(message, callers.of(request, message))
                        .getMember());
    }

    private void contribution(ServerRequest request, ServerResponse response) {
        RecordContributionRequest.Builder message = RecordContributionRequest.newBuilder();
        Body.read(request, message);
        Exchange.fromOutside(message, "idempotency_key", Exchange.idempotencyKey(request));
        Exchange.send(
                response,
                Status.CREATED_201,
                journeys.contributions().record(message.build(), callers.of(request, message)));
    }

    private void check(ServerRequest request, ServerResponse response) {
        CheckEligibilityRequest.Builder message = CheckEligibilityRequest.newBuilder();
        Body.read(request, message);
        Exchange.fromOutside(message, "idempotency_key", Exchange.idempotencyKey(request));
        Exchange.send(
                response, Status.OK_200, journeys.eligibility().check(message.build(), callers.of(request, message)));
    }

    private void cases(ServerRequest request, ServerResponse response) {
        ListAdjudicationCasesRequest message = ListAdjudicationCasesRequest.newBuilder()
                .setPageSize(Exchange.pageSize(request))
                .setPageToken(request.query().first("pageToken").orElse(""))
                .build();
        Exchange.send(response, Status.OK_200, journeys.registry().cases(message));
    }

    private static String pathNid(ServerRequest request) {
        return request.path().pathParameters().get(NID);
    }
}
