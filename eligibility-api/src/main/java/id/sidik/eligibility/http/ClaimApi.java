package id.sidik.eligibility.http;

import com.google.protobuf.Message;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.ClaimJourney;
import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.ListClaimsRequest;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Claims, for hospitals that bill and for claims systems without gRPC. */
final class ClaimApi {
    private final ClaimJourney claims;
    private final Callers callers;

    ClaimApi(ClaimJourney claims, Callers callers) {
        this.claims = claims;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.POST, "/v1/claims", Operation.OPEN_CLAIM, this::open),
                new Endpoint(Method.GET, "/v1/claims/{claimId}", Operation.GET_CLAIM, this::claim),
                new Endpoint(Method.POST, "/v1/claims/{claimId}/supply", Operation.SUPPLY_CLAIM, this::supply),
                new Endpoint(Method.POST, "/v1/claims/{claimId}/decision", Operation.DECIDE_CLAIM, this::decide),
                new Endpoint(Method.POST, "/v1/claims/{claimId}/appeal", Operation.APPEAL_CLAIM, this::appeal),
                new Endpoint(Method.POST, "/v1/claims/{claimId}/payment", Operation.NOTICE_CLAIM_PAYMENT, this::pay),
                new Endpoint(Method.GET, "/v1/members/{nid}/claims", Operation.LIST_CLAIMS, this::ofMember));
    }

    private void open(ServerRequest request, ServerResponse response) {
        OpenClaimRequest.Builder message = OpenClaimRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.send(response, Status.CREATED_201, claims.open(message.build(), callers.of(request, message)));
    }

    private void supply(ServerRequest request, ServerResponse response) {
        SupplyClaimRequest.Builder message = SupplyClaimRequest.newBuilder();
        readStep(request, message);
        Exchange.send(response, Status.OK_200, claims.supply(message.build(), callers.of(request, message)));
    }

    private void decide(ServerRequest request, ServerResponse response) {
        DecideClaimRequest.Builder message = DecideClaimRequest.newBuilder();
        readStep(request, message);
        Exchange.send(response, Status.OK_200, claims.decide(message.build(), callers.of(request, message)));
    }

    private void appeal(ServerRequest request, ServerResponse response) {
        AppealClaimRequest.Builder message = AppealClaimRequest.newBuilder();
        readStep(request, message);
        Exchange.send(response, Status.OK_200, claims.appeal(message.build(), callers.of(request, message)));
    }

    private void pay(ServerRequest request, ServerResponse response) {
        NoticeClaimPaymentRequest.Builder message = NoticeClaimPaymentRequest.newBuilder();
        readStep(request, message);
        Exchange.send(response, Status.OK_200, claims.noticePayment(message.build(), callers.of(request, message)));
    }

    private void claim(ServerRequest request, ServerResponse response) {
        GetClaimRequest message =
                GetClaimRequest.newBuilder().setClaimId(pathId(request)).build();
        Exchange.send(response, Status.OK_200, claims.read(message, callers.of(request, message)));
    }

    private void ofMember(ServerRequest request, ServerResponse response) {
        ListClaimsRequest message = ListClaimsRequest.newBuilder()
                .setNid(request.path().pathParameters().get("nid"))
                .setPageSize(Exchange.pageSize(request))
                .setPageToken(Exchange.pageToken(request))
                .build();
        Exchange.send(response, Status.OK_200, claims.list(message, callers.of(request, message)));
    }

    private static void readStep(ServerRequest request, Message.Builder message) {
        Exchange.readWrite(request, message);
        Exchange.fromOutside(message, "claim_id", pathId(request));
    }

    private static String pathId(ServerRequest request) {
        return request.path().pathParameters().get("claimId");
    }
}
