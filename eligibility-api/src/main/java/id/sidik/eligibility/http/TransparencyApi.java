package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.LogReading;
import id.sidik.eligibility.v1.GetLogProofRequest;
import id.sidik.eligibility.v1.ReadTileRequest;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** The published log at the paths of C2SP tlog-tiles, below {@code /audit}, and proofs from it. */
final class TransparencyApi {
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";
    private static final String NOTE_MEDIA_TYPE = "text/plain; charset=utf-8";

    private final LogReading log;

    TransparencyApi(LogReading log) {
        this.log = log;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, "/audit/checkpoint", Operation.GET_CHECKPOINT, this::checkpoint),
                new Endpoint(Method.GET, "/audit/tile/{+tile}", Operation.READ_TILE, this::tile),
                new Endpoint(Method.GET, "/v1/audit/proofs/{index}", Operation.GET_LOG_PROOF, this::proof));
    }

    private void checkpoint(ServerRequest request, ServerResponse response) {
        response.headers().set(HeaderNames.CONTENT_TYPE, NOTE_MEDIA_TYPE);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(log.checkpoint().getCheckpoint());
    }

    private void tile(ServerRequest request, ServerResponse response) {
        String path = "tile/" + request.path().pathParameters().get("tile");
        byte[] content = log.tile(ReadTileRequest.newBuilder().setPath(path).build())
                .getContent()
                .toByteArray();
        response.headers().contentType(MediaTypes.APPLICATION_OCTET_STREAM);
        response.headers().set(HeaderNames.CACHE_CONTROL, IMMUTABLE);
        response.send(content);
    }

    private void proof(ServerRequest request, ServerResponse response) {
        GetLogProofRequest asked = GetLogProofRequest.newBuilder()
                .setIndex(index(request.path().pathParameters().get("index")))
                .build();
        response.headers().set(HeaderNames.CONTENT_TYPE, NOTE_MEDIA_TYPE);
        response.send(log.proof(asked).getProof());
    }

    /** What is no number is no index of this log either, and refused as such. */
    private static long index(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(text) : -1;
    }
}
