package id.sidik.eligibility.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What was answered to a write, kept so that the same request gets the same answer again and is not carried out twice.
 *
 * <p>The body is whatever the edge needs to say it again. It may carry personal data: it is encrypted at rest.
 */
public final class Answer {
    /** The largest body, in bytes. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    private final String idempotencyKey;
    private final byte[] requestDigest;
    private final byte[] body;

    private Answer(String idempotencyKey, byte[] requestDigest, byte[] body) {
        if (body.length > BODY_BYTES_MAX) {
            throw new IllegalArgumentException("an answer is at most 64 KiB, not " + body.length + " bytes");
        }
        this.idempotencyKey = idempotencyKey;
        this.requestDigest = requestDigest.clone();
        this.body = body.clone();
    }

    /**
     * The answer to a request.
     *
     * @param idempotencyKey 8 to 64 of [A-Za-z0-9._-], with the caller's scope in front if there is one
     * @param request all of the request that matters, in bytes that are equal for equal requests
     */
    public static Answer to(String idempotencyKey, byte[] request, byte[] body) {
        return new Answer(idempotencyKey, digest(request), body);
    }

    static Answer stored(String idempotencyKey, byte[] requestDigest, byte[] body) {
        return new Answer(idempotencyKey, requestDigest, body);
    }

    /** The key it was given under. */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether it answered this very request. */
    public boolean answers(byte[] request) {
        return MessageDigest.isEqual(requestDigest, digest(request));
    }

    boolean answersSameAs(Answer other) {
        return MessageDigest.isEqual(requestDigest, other.requestDigest);
    }

    byte[] requestDigest() {
        return requestDigest.clone();
    }

    private static byte[] digest(byte[] request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Answer[" + idempotencyKey + ", " + body.length + " bytes]";
    }
}
