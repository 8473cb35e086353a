package id.sidik.bridge.console.backup;

/** A backup is not what was written. The message names the file, and what is wrong with it. */
public final class TornBackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TornBackupException(String message) {
        super(message + "; take another backup, or copy this one again from where it is whole");
    }
}
