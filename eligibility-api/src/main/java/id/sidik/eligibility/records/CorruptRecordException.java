package id.sidik.eligibility.records;

/** A stored record is not what was written. It is named and not served; nobody guesses what it said. */
public final class CorruptRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptRecordException(String record, String fault) {
        super("record " + record + " is corrupt: " + fault + "; restore it from a backup");
    }

    public CorruptRecordException(String record, String fault, Throwable cause) {
        super("record " + record + " is corrupt: " + fault + "; restore it from a backup", cause);
    }
}
