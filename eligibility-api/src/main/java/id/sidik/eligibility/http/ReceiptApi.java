package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.ReceiptJourney;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.WithdrawReceiptKeyRequest;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.List;
import java.util.function.Function;

/** What facilities check receipts with, as signed files that may be passed on by anybody, and the end of a key that was stolen. */
final class ReceiptApi {
    private static final MediaType JWS = MediaTypes.create("application/jose");

    private final ReceiptJourney receipts;
    private final JourneyCall calls;

    ReceiptApi(ReceiptJourney receipts, Callers callers) {
        this.receipts = receipts;
        this.calls = new JourneyCall(callers);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        Method.GET,
                        "/v1/receipt-keys",
                        Operation.GET_RECEIPT_TRUST,
                        signed(GetReceiptTrustResponse::getKeySet)),
                new Endpoint(
                        Method.GET,
                        "/v1/receipt-revocations",
                        Operation.GET_RECEIPT_TRUST,
                        signed(GetReceiptTrustResponse::getRevocations)),
                new Endpoint(
                        Method.POST,
                        "/v1/receipt-keys/{keyId}/withdrawal",
                        Operation.WITHDRAW_RECEIPT_KEY,
                        calls.write(
                                WithdrawReceiptKeyRequest::newBuilder,
                                (message, caller) -> receipts.withdrawKey(message.build(), caller))));
    }

    private Handler signed(Function<GetReceiptTrustResponse, String> list) {
        return (request, response) -> {
            response.headers().contentType(JWS);
            response.headers().set(HeaderNames.CACHE_CONTROL, "no-store");
            response.send(list.apply(receipts.trust()));
        };
    }
}
