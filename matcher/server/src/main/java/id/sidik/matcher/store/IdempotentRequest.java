package id.sidik.matcher.store;

import java.util.regex.Pattern;

/**
 * What makes two write requests the same one: the caller's key, and a digest of everything that was asked.
 *
 * @param key the caller's, 8 to 64 of [A-Za-z0-9._-]
 * @param sha256 of the method's name and the request, in lower-case hex
 */
public record IdempotentRequest(String key, String sha256) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public IdempotentRequest {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("an idempotency key is 8 to 64 of [A-Za-z0-9._-]");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a request digest is 64 hex digits");
        }
    }
}
