package id.sidik.eligibility.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.MessageOrBuilder;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.fhir.FhirFacade;
import id.sidik.eligibility.fhir.Page;
import id.sidik.eligibility.journey.Caller;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** FHIR R4 over HTTP (R4, 3.1.0): JSON alone, version 4.0 alone. */
final class FhirApi {
    /** Under which everything of FHIR lies, so that its failures are OperationOutcomes. */
    static final String BASE = "/fhir";

    static final String MEDIA_TYPE = "application/fhir+json; charset=UTF-8";

    private static final MediaType FHIR_JSON = MediaTypes.create("application/fhir+json");
    private static final Set<String> FORMATS = Set.of("json", "application/json", "application/fhir+json");
    private static final Pattern OTHER_VERSION = Pattern.compile("fhirversion=(?!\"?4\\.0(\\.1)?\"?(?![0-9.]))");

    private final FhirFacade fhir;
    private final Callers callers;

    FhirApi(FhirFacade fhir, Callers callers) {
        this.fhir = fhir;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, BASE + "/metadata", Operation.SEE_SERVICE, this::metadata),
                new Endpoint(Method.GET, BASE + "/Patient", Operation.READ_PATIENT, this::findPatient),
                new Endpoint(Method.GET, BASE + "/Patient/{id}", Operation.READ_PATIENT, this::patient),
                new Endpoint(Method.GET, BASE + "/Coverage", Operation.READ_PATIENT, this::findCoverages),
                new Endpoint(Method.GET, BASE + "/Coverage/{id}", Operation.READ_PATIENT, this::coverage),
                new Endpoint(
                        Method.POST, BASE + "/CoverageEligibilityRequest", Operation.CHECK_ELIGIBILITY, this::create),
                new Endpoint(
                        Method.POST,
                        BASE + "/CoverageEligibilityRequest/$submit",
                        Operation.CHECK_ELIGIBILITY,
                        this::submit),
                new Endpoint(
                        Method.GET, BASE + "/CoverageEligibilityResponse/{id}", Operation.READ_DECISION, this::answer));
    }

    private void metadata(ServerRequest request, ServerResponse response) {
        requireJson(request);
        send(response, Status.OK_200, fhir.capability(base(request)));
    }

    private void findPatient(ServerRequest request, ServerResponse response) {
        requireJson(request);
        send(
                response,
                Status.OK_200,
                fhir.findPatient(base(request), query(request, "identifier"), page(request), shown(request)));
    }

    private void patient(ServerRequest request, ServerResponse response) {
        requireJson(request);
        send(response, Status.OK_200, fhir.patient(id(request), shown(request)));
    }

    private void findCoverages(ServerRequest request, ServerResponse response) {
        requireJson(request);
        Optional<String> beneficiary = query(request, "beneficiary").or(() -> query(request, "patient"));
        send(response, Status.OK_200, fhir.findCoverages(base(request), beneficiary, page(request), shown(request)));
    }

    private void coverage(ServerRequest request, ServerResponse response) {
        requireJson(request);
        send(response, Status.OK_200, fhir.coverage(id(request), shown(request)));
    }

    /** Answers the creation of a request with the response to it, which is what was created. */
    private void create(ServerRequest request, ServerResponse response) {
        ObjectNode answer = checked(request);
        response.headers()
                .set(HeaderValues.create(
                        HeaderNames.LOCATION,
                        base(request) + "/CoverageEligibilityResponse/"
                                + answer.path("id").asText()));
        send(response, Status.CREATED_201, answer);
    }

    private void submit(ServerRequest request, ServerResponse response) {
        send(response, Status.OK_200, checked(request));
    }

    private ObjectNode checked(ServerRequest request) {
        requireJson(request);
        requireJsonBody(request);
        return fhir.check(Body.text(request, HttpEdge.BODY_BYTES_MAX), shown(request));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        requireJson(request);
        send(response, Status.OK_200, fhir.answer(id(request), callers.of(request)));
    }

    private Function<MessageOrBuilder, Caller> shown(ServerRequest request) {
        return message -> callers.of(request, message);
    }

    private static String base(ServerRequest request) {
        return "https://" + request.authority() + BASE;
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static Page page(ServerRequest request) {
        return Page.of(query(request, "_count"), query(request, "_offset"));
    }

    private static Optional<String> query(ServerRequest request, String name) {
        return request.query().first(name).asOptional();
    }

    private static void requireJson(ServerRequest request) {
        boolean accepted = query(request, "_format")
                .map(format -> FORMATS.contains(format.replace(' ', '+'))) // a plus in an address is a space
                .orElseGet(() -> request.headers().isAccepted(FHIR_JSON)
                        || request.headers().isAccepted(MediaTypes.APPLICATION_JSON));
        if (!accepted || isOtherVersion(request.headers().first(HeaderNames.ACCEPT))) {
            throw new ProblemException(Problem.of(
                    Status.NOT_ACCEPTABLE_406,
                    "FORMAT_UNSUPPORTED",
                    "This service speaks application/fhir+json, FHIR 4.0"));
        }
    }

    private static void requireJsonBody(ServerRequest request) {
        String type = request.headers()
                .contentType()
                .map(sent -> sent.mediaType().text())
                .orElse("");
        if (!FORMATS.contains(type) || isOtherVersion(request.headers().first(HeaderNames.CONTENT_TYPE))) {
            throw new ProblemException(Problem.of(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "CONTENT_TYPE_UNSUPPORTED",
                    "Send application/fhir+json, FHIR 4.0, in UTF-8"));
        }
    }

    private static boolean isOtherVersion(Optional<String> header) {
        return header.filter(text -> OTHER_VERSION
                        .matcher(text.toLowerCase(Locale.ROOT).replace(" ", ""))
                        .find())
                .isPresent();
    }

    private static void send(ServerResponse response, Status status, ObjectNode resource) {
        response.status(status);
        response.headers().set(HeaderValues.create(HeaderNames.CONTENT_TYPE, MEDIA_TYPE));
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(resource.toString());
    }
}
