package id.sidik.matcher.limits;

/** The caller's time was up before the work was done. */
public final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutOfTimeException(String step) {
        super("the deadline passed before " + step);
    }
}
