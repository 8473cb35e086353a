package id.sidik.bridge.journal;

/** What was written is not there any more as it was written. Nothing is answered without a network until somebody has looked. */
public final class JournalDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalDamagedException(String message) {
        super(message);
    }

    JournalDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
