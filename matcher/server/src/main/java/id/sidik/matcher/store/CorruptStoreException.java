package id.sidik.matcher.store;

/**
 * Something on disk is not what was stored. Whoever meets this stops serving: a guess would make the register smaller
 * without a word, and a smaller register answers "nobody" where it should answer "somebody".
 */
public final class CorruptStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String record;

    CorruptStoreException(String record, String detail) {
        super(record + ": " + detail);
        this.record = record;
    }

    CorruptStoreException(String record, String detail, Throwable cause) {
        super(record + ": " + detail, cause);
        this.record = record;
    }

    /** The name of the record, or of the partition or store when the damage can not be pinned to one record. */
    public String record() {
        return record;
    }
}
