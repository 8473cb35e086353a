package id.sidik.bridge.counter;

/** A journey that cannot begin as it was asked for. The reason is one of {@code bridge.proto}. */
public final class JourneyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public JourneyRefusedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
