package id.sidik.eligibility.http;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
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
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Members, their fingers and payments, and the gate itself. */
final class MemberApi {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final String NID = "nid";
    private static final int PAGE_DIGITS_MAX = 4;

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
        fromOutside(message, "idempotency_key", idempotencyKey(request));
        RegisterMemberResponse answer = journeys.registration().register(message.build(), callers.of(request, message));
        send(response, answer.hasRegistered() ? Status.CREATED_201 : Status.OK_200, answer);
    }

    private void enrol(ServerRequest request, ServerResponse response) {
        EnrolFingersRequest.Builder message = EnrolFingersRequest.newBuilder();
        Body.read(request, message);
        fromOutside(message, "idempotency_key", idempotencyKey(request));
        fromOutside(message, NID, pathNid(request));
        send(response, Status.OK_200, journeys.fingers().enrol(message.build(), callers.of(request, message)));
    }

    private void withdraw(ServerRequest request, ServerResponse response) {
        WithdrawFingersRequest message = WithdrawFingersRequest.newBuilder()
                .setIdempotencyKey(idempotencyKey(request))
                .setNid(pathNid(request))
                .setReason(request.query().first("reason").orElse(""))
                .build();
        send(response, Status.OK_200, journeys.fingers().withdraw(message, callers.of(request, message)));
    }

    private void member(ServerRequest request, ServerResponse response) {
        GetMemberRequest message =
                GetMemberRequest.newBuilder().setNid(pathNid(request)).build();
        send(
                response,
                Status.OK_200,
                journeys.registry()
                        .member(message, callers.of(request, message))
                        .getMember());
    }

    private void contribution(ServerRequest request, ServerResponse response) {
        RecordContributionRequest.Builder message = RecordContributionRequest.newBuilder();
        Body.read(request, message);
        fromOutside(message, "idempotency_key", idempotencyKey(request));
        send(
                response,
                Status.CREATED_201,
                journeys.contributions().record(message.build(), callers.of(request, message)));
    }

    private void check(ServerRequest request, ServerResponse response) {
        CheckEligibilityRequest.Builder message = CheckEligibilityRequest.newBuilder();
        Body.read(request, message);
        fromOutside(message, "idempotency_key", idempotencyKey(request));
        send(response, Status.OK_200, journeys.eligibility().check(message.build(), callers.of(request, message)));
    }

    private void cases(ServerRequest request, ServerResponse response) {
        ListAdjudicationCasesRequest message = ListAdjudicationCasesRequest.newBuilder()
                .setPageSize(pageSize(request.query().first("pageSize").orElse("0")))
                .setPageToken(request.query().first("pageToken").orElse(""))
                .build();
        send(response, Status.OK_200, journeys.registry().cases(message));
    }

    private static int pageSize(String text) {
        if (text.isEmpty() || text.length() > PAGE_DIGITS_MAX || !text.chars().allMatch(Character::isDigit)) {
            throw new ProblemException(
                    Problem.of(Status.BAD_REQUEST_400, "PAGE_SIZE_INVALID", "pageSize must be a whole number"));
        }
        return Integer.parseInt(text);
    }

    private static String pathNid(ServerRequest request) {
        return request.path().pathParameters().get(NID);
    }

    private static String idempotencyKey(ServerRequest request) {
        return request.headers()
                .first(IDEMPOTENCY_KEY)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        Status.BAD_REQUEST_400,
                        "IDEMPOTENCY_KEY_INVALID",
                        "Send the header Idempotency-Key, 8 to 64 of [A-Za-z0-9._-], with every write")));
    }

    /** Sets what header or path say. A body that says it, too, is refused: the two could differ. */
    private static void fromOutside(Message.Builder message, String fieldName, String value) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(fieldName);
        if (!message.getField(field).equals(field.getDefaultValue())) {
            throw new ProblemException(Problem.of(
                    Status.BAD_REQUEST_400,
                    "BODY_INVALID",
                    field.getJsonName() + " belongs into the header or the path, and not into the body"));
        }
        message.setField(field, value);
    }

    private static void send(ServerResponse response, Status status, Message answer) {
        response.status(status);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(Body.json(answer));
    }
}
