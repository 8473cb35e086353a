package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.AuditReading;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What others need to check us: the signed head of the audit log, and the key of receipts. */
final class TrustApi {
    private final AuditReading audit;

    TrustApi(AuditReading audit) {
        this.audit = audit;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Method.GET, "/v1/audit/checkpoint", Operation.GET_AUDIT_HEAD, this::checkpoint),
                new Endpoint(Method.GET, "/v1/audit/verifier-key", Operation.GET_AUDIT_HEAD, this::verifierKey),
                new Endpoint(Method.GET, "/v1/receipt-key", Operation.GET_AUDIT_HEAD, this::receiptKey));
    }

    /** The C2SP checkpoint as it is, byte for byte: it is a signed text. */
    private void checkpoint(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.TEXT_PLAIN);
        response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(audit.head().getCheckpoint());
    }

    private void verifierKey(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.TEXT_PLAIN);
        response.send(audit.head().getVerifierKey());
    }

    private void receiptKey(ServerRequest request, ServerResponse response) {
        response.headers().contentType(MediaTypes.create("application/x-pem-file"));
        response.send(audit.head().getReceiptPublicKeyPem());
    }
}
