package id.sidik.witness;

/** What was asked of the witness's folder cannot be; the message says why and what to do. */
final class WitnessRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WitnessRefusedException(String message) {
        super(message);
    }

    WitnessRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
