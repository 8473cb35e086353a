package id.sidik.bridge.journal;

/** The disk refused, so nothing may be told. After a failed sync the journal takes nothing more until the bridge starts again. */
public final class JournalFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    JournalFailedException(String message) {
        super(message);
    }
}
