package id.sidik.eligibility.access;

import id.sidik.wire.trust.Role;

/**
 * A call that its caller may not make. The message says what to change and nothing of whom the call was about, so that a refusal is the
 * same whether or not there is such a record.
 */
public final class AccessRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of refusal it is. Each edge has its own code for each. */
    public enum Kind {
        /** Nobody knows who calls. */
        UNAUTHENTICATED,
        /** It is known who calls, and they may not. */
        FORBIDDEN,
        /** Nobody can tell who calls, because the issuer's keys cannot be had now. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String reason;

    private AccessRefusedException(Kind kind, String reason, String message) {
        super(message);
        this.kind = kind;
        this.reason = reason;
    }

    static AccessRefusedException unauthenticated(String reason, String message) {
        return new AccessRefusedException(Kind.UNAUTHENTICATED, reason, message);
    }

    static AccessRefusedException role(String message) {
        return new AccessRefusedException(Kind.FORBIDDEN, "ROLE_NOT_ALLOWED", message);
    }

    static AccessRefusedException scope(Role role, Reach reach) {
        return new AccessRefusedException(
                Kind.FORBIDDEN, "SCOPE_NOT_ALLOWED", role.label() + " may call this for its " + reach + " alone");
    }

    static AccessRefusedException issuerUnavailable() {
        return new AccessRefusedException(
                Kind.UNAVAILABLE,
                "ISSUER_UNAVAILABLE",
                "The issuer's keys cannot be had now, so no token can be checked; try again");
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, UPPER_SNAKE_CASE. */
    public String reason() {
        return reason;
    }
}
