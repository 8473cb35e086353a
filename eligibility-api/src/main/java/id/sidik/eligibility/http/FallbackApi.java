package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.FallbackJourney;
import id.sidik.eligibility.v1.AnswerFallbackRequest;
import id.sidik.eligibility.v1.GetFallbackRequest;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What helps when a finger does not, for a hospital and for officers with tokens. */
final class FallbackApi {
    private static final String FALLBACK_ID = "fallback_id";

    private final FallbackJourney fallbacks;
    private final Callers callers;

    FallbackApi(FallbackJourney fallbacks, Callers callers) {
        this.fallbacks = fallbacks;
        this.callers = callers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.POST, "/v1/fallbacks", Operation.OPEN_FALLBACK, this::open),
                new Endpoint(Method.GET, "/v1/fallbacks/{fallbackId}", Operation.GET_FALLBACK, this::fallback),
                new Endpoint(Method.POST, "/v1/fallbacks/{fallbackId}/answer", Operation.ANSWER_FALLBACK, this::answer),
                new Endpoint(Method.POST, "/v1/fallbacks/{fallbackId}/vouch", Operation.VOUCH_FALLBACK, this::vouch));
    }

    private void open(ServerRequest request, ServerResponse response) {
        OpenFallbackRequest.Builder message = OpenFallbackRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.send(response, Status.CREATED_201, fallbacks.open(message.build(), callers.of(request, message)));
    }

    private void answer(ServerRequest request, ServerResponse response) {
        AnswerFallbackRequest.Builder message = AnswerFallbackRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.fromOutside(message, FALLBACK_ID, pathId(request));
        Exchange.send(response, Status.OK_200, fallbacks.answer(message.build(), callers.of(request, message)));
    }

    private void vouch(ServerRequest request, ServerResponse response) {
        VouchFallbackRequest.Builder message = VouchFallbackRequest.newBuilder();
        Exchange.readWrite(request, message);
        Exchange.fromOutside(message, FALLBACK_ID, pathId(request));
        Exchange.send(response, Status.OK_200, fallbacks.vouch(message.build(), callers.of(request, message)));
    }

    private void fallback(ServerRequest request, ServerResponse response) {
        GetFallbackRequest message =
                GetFallbackRequest.newBuilder().setFallbackId(pathId(request)).build();
        Exchange.send(response, Status.OK_200, fallbacks.read(message, callers.of(request, message)));
    }

    private static String pathId(ServerRequest request) {
        return request.path().pathParameters().get("fallbackId");
    }
}
