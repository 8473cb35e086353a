package id.sidik.eligibility.http;

import com.google.protobuf.Message;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.AuditSearch;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.ReportJourney;
import id.sidik.eligibility.report.CsvTable;
import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.v1.AnswerComplaintRequest;
import id.sidik.eligibility.v1.GetReportRequest;
import id.sidik.eligibility.v1.ListComplaintsRequest;
import id.sidik.eligibility.v1.RecordComplaintRequest;
import id.sidik.eligibility.v1.SearchAuditRequest;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Reports, as JSON or as CSV; complaints; and the search through the audit log. */
final class ReportApi {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
    private static final int DIGITS_MAX = 18;

    private final Journeys journeys;
    private final Callers callers;

    ReportApi(Journeys journeys, Callers callers) {
        this.journeys = journeys;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, "/v1/reports", Operation.LIST_REPORTS, this::names),
                new Endpoint(Method.GET, "/v1/reports/{name}", Operation.GET_REPORT, this::report),
                new Endpoint(Method.GET, "/v1/complaints", Operation.LIST_COMPLAINTS, this::complaints),
                new Endpoint(Method.POST, "/v1/complaints", Operation.RECORD_COMPLAINT, this::record),
                new Endpoint(Method.POST, "/v1/complaints/{id}/answer", Operation.ANSWER_COMPLAINT, this::answer),
                new Endpoint(Method.GET, "/v1/audit/events", Operation.SEARCH_AUDIT, this::search),
                new Endpoint(Method.GET, "/v1/audit/words", Operation.LIST_AUDIT_WORDS, this::words));
    }

    private void names(ServerRequest request, ServerResponse response) {
        send(response, Status.OK_200, journeys.reports().names());
    }

    /** {@code ?format=csv} gives a file, anything else JSON. */
    private void report(ServerRequest request, ServerResponse response) {
        GetReportRequest message = GetReportRequest.newBuilder()
                .setName(request.path().pathParameters().get("name"))
                .setFrom(text(request, "from"))
                .setTo(text(request, "to"))
                .setRowsMax((int) number(request, "rowsMax"))
                .build();
        Caller caller = callers.of(request);
        if (text(request, "format").equals("csv")) {
            sendFile(response, journeys.reports().raw(message, caller), ReportJourney.seesWholeNids(caller));
        } else {
            send(response, Status.OK_200, journeys.reports().report(message, caller));
        }
    }

    private static void sendFile(ServerResponse response, Report report, boolean wholeNids) {
        String fileName = report.name().typed() + "_" + report.period().from() + "_"
                + report.period().to() + ".csv";
        response.headers().contentType(MediaTypes.create("text/csv; charset=utf-8"));
        response.headers()
                .set(HeaderValues.create(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\""));
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(CsvTable.of(report, wholeNids));
    }

    private void complaints(ServerRequest request, ServerResponse response) {
        ListComplaintsRequest message = ListComplaintsRequest.newBuilder()
                .setPageSize((int) number(request, "pageSize"))
                .setPageToken(text(request, "pageToken"))
                .build();
        send(response, Status.OK_200, journeys.complaints().list(message));
    }

    private void record(ServerRequest request, ServerResponse response) {
        RecordComplaintRequest.Builder message = RecordComplaintRequest.newBuilder();
        Body.read(request, message);
        message.setIdempotencyKey(idempotencyKey(request));
        send(response, Status.CREATED_201, journeys.complaints().record(message.build(), callers.of(request)));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        AnswerComplaintRequest.Builder message = AnswerComplaintRequest.newBuilder();
        Body.read(request, message);
        message.setIdempotencyKey(idempotencyKey(request))
                .setComplaintId(request.path().pathParameters().get("id"));
        send(response, Status.OK_200, journeys.complaints().answer(message.build(), callers.of(request)));
    }

    private void search(ServerRequest request, ServerResponse response) {
        SearchAuditRequest.Builder message = SearchAuditRequest.newBuilder()
                .setType(text(request, "type"))
                .setNid(text(request, "nid"))
                .setLimit((int) number(request, "limit"));
        if (request.query().contains("beforeIndex")) {
            message.setBeforeIndex(number(request, "beforeIndex"));
        }
        send(response, Status.OK_200, journeys.auditSearch().search(message.build(), callers.of(request)));
    }

    private void words(ServerRequest request, ServerResponse response) {
        send(response, Status.OK_200, AuditSearch.words());
    }

    private static String text(ServerRequest request, String name) {
        return request.query().first(name).orElse("");
    }

    private static long number(ServerRequest request, String name) {
        String text = text(request, name);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ProblemException(
                    Problem.of(Status.BAD_REQUEST_400, "QUERY_INVALID", name + " must be a whole number"));
        }
        return Long.parseLong(text);
    }

    private static String idempotencyKey(ServerRequest request) {
        return request.headers()
                .first(IDEMPOTENCY_KEY)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        Status.BAD_REQUEST_400,
                        "IDEMPOTENCY_KEY_INVALID",
                        "The header Idempotency-Key is missing; send a new one with each request")));
    }

    private static void send(ServerResponse response, Status status, Message message) {
        response.status(status);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(Body.json(message));
    }
}
