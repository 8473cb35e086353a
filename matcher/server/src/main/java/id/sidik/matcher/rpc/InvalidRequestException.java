package id.sidik.matcher.rpc;

/** A request that can not mean anything; the message names the value and the cure. */
final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason one that the contract lists */
    InvalidRequestException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
