package id.sidik.matcher.deduplication;

/** The caller claims to hold pairs that the job has not found. */
public final class PairsOutOfRangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PairsOutOfRangeException(long claimed, long found) {
        super("the job has found " + found + " pairs, and the caller says that she holds " + claimed);
    }
}
