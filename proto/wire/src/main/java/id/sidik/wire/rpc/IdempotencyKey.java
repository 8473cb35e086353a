package id.sidik.wire.rpc;

import io.grpc.Status.Code;
import java.util.regex.Pattern;

/** What makes a repeated write the same write. Chosen by the caller: 8 to 64 of [A-Za-z0-9._-]. */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "idempotency_key must be 8 to 64 of [A-Za-z0-9._-], and has " + value.length() + " characters");
        }
    }

    /** The key of a gRPC request; a bad one is INVALID_ARGUMENT, IDEMPOTENCY_KEY_INVALID. */
    public static IdempotencyKey ofRequest(String value) {
        try {
            return new IdempotencyKey(value);
        } catch (IllegalArgumentException e) {
            throw RpcError.of(Code.INVALID_ARGUMENT, "IDEMPOTENCY_KEY_INVALID", String.valueOf(e.getMessage()));
        }
    }
}
