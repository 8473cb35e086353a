package id.sidik.matcher.register;

/** The key belongs to another request; answering either of the two would be wrong for one caller. */
public final class IdempotencyKeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyReusedException(String key) {
        super("idempotency key " + key + " was used for another request; choose a new key for a new request");
    }
}
