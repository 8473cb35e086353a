package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.VisitJourney;
import id.sidik.eligibility.v1.EndVisitRequest;
import id.sidik.eligibility.v1.GetVisitRequest;
import id.sidik.eligibility.v1.ListVisitsRequest;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.ShowVisitPresenceRequest;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Visits, for a hospital. */
final class VisitApi {
    private static final String VISIT_ID = "visit_id";

    private final VisitJourney visits;
    private final Callers callers;

    VisitApi(VisitJourney visits, Callers callers) {
        this.visits = visits;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.POST, "/v1/visits", Operation.OPEN_VISIT, this::open),
                new Endpoint(Method.GET, "/v1/visits/{visitId}", Operation.GET_VISIT, this::visit),
                new Endpoint(
                        Method.POST, "/v1/visits/{visitId}/presence", Operation.SHOW_VISIT_PRESENCE, this::presence),
                new Endpoint(Method.POST, "/v1/visits/{visitId}/end", Operation.END_VISIT, this::end),
                new Endpoint(Method.GET, "/v1/members/{nid}/visits", Operation.LIST_VISITS, this::ofMember));
    }

    private void open(ServerRequest request, ServerResponse response) {
        OpenVisitRequest.Builder message = OpenVisitRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.send(response, Status.CREATED_201, visits.open(message.build(), callers.of(request, message)));
    }

    private void presence(ServerRequest request, ServerResponse response) {
        ShowVisitPresenceRequest.Builder message = ShowVisitPresenceRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.fromOutside(message, VISIT_ID, pathId(request));
        Exchange.send(response, Status.OK_200, visits.showPresence(message.build(), callers.of(request, message)));
    }

    private void end(ServerRequest request, ServerResponse response) {
        EndVisitRequest.Builder message = EndVisitRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.fromOutside(message, VISIT_ID, pathId(request));
        Exchange.send(response, Status.OK_200, visits.end(message.build(), callers.of(request, message)));
    }

    private void visit(ServerRequest request, ServerResponse response) {
        GetVisitRequest message =
                GetVisitRequest.newBuilder().setVisitId(pathId(request)).build();
        Exchange.send(response, Status.OK_200, visits.read(message, callers.of(request, message)));
    }

    private void ofMember(ServerRequest request, ServerResponse response) {
        ListVisitsRequest message = ListVisitsRequest.newBuilder()
                .setNid(request.path().pathParameters().get("nid"))
                .setPageSize(Exchange.pageSize(request))
                .setPageToken(Exchange.pageToken(request))
                .build();
        Exchange.send(response, Status.OK_200, visits.list(message, callers.of(request, message)));
    }

    private static String pathId(ServerRequest request) {
        return request.path().pathParameters().get("visitId");
    }
}
