package id.sidik.eligibility.journey;

import id.sidik.wire.limit.CallLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request that cannot be done as it stands. The reason is stable and listed in the contracts ({@code proto}); the message is for
 * people, names the value and the cure, and holds neither a whole NID nor biometric data.
 */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of no it is. Each edge has its own code for each. */
    public enum Kind {
        /** The request can never be done: correct it. */
        INVALID,
        /** It names something that is not here. */
        UNKNOWN,
        /** It makes something that is here already. */
        EXISTS,
        /** Its idempotency key belongs to another request. */
        KEY_REUSED,
        /** What it is about is not in a state for it, or says no. */
        NOT_NOW,
        /** Nobody knows who asks. */
        UNAUTHENTICATED,
        /** Who asks may not. */
        FORBIDDEN,
        /** It cannot be done as things stand: something else comes first. */
        CONFLICT,
        /** It could be done later: nothing was changed. */
        UNAVAILABLE,
        /** Too much is waiting: come back later. */
        OVERLOADED,
        /** What was stored cannot be trusted. */
        DATA_LOST
    }

    /** The detail that says how many seconds to wait. */
    static final String RETRY_AFTER_SECONDS = "retry_after_s";

    private final Kind kind;
    private final String reason;
    private final transient Map<String, String> details;

    public RequestRefusedException(Kind kind, String reason, String message, Map<String, String> details) {
        super(message);
        this.kind = kind;
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public RequestRefusedException(Kind kind, String reason, String message) {
        this(kind, reason, message, Map.of());
    }

    public static RequestRefusedException invalid(String reason, String message) {
        return new RequestRefusedException(Kind.INVALID, reason, message);
    }

    public static RequestRefusedException unknown(String reason, String message) {
        return new RequestRefusedException(Kind.UNKNOWN, reason, message);
    }

    public static RequestRefusedException conflict(String reason, String message) {
        return new RequestRefusedException(Kind.CONFLICT, reason, message);
    }

    /** A step that what it is about refuses. */
    public static RequestRefusedException notNow(String reason, String message) {
        return new RequestRefusedException(Kind.NOT_NOW, reason, message);
    }

    public Kind kind() {
        return kind;
    }

    /** UPPER_SNAKE_CASE. */
    public String reason() {
        return reason;
    }

    /** More about the reason, for programs, such as the {@code code} of an invalid NID. */
    public Map<String, String> details() {
        return details;
    }

    /** How long to wait before trying again, where that helps: as the details say, or as long as anybody waits for a place. */
    public Duration retryAfter() {
        return Optional.ofNullable(details.get(RETRY_AFTER_SECONDS))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(CallLimit.RETRY_AFTER);
    }
}
