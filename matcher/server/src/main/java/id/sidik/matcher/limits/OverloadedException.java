package id.sidik.matcher.limits;

/** Too much work waits already; nothing of this was done, and it may be tried again. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OverloadedException(String message) {
        super(message);
    }
}
