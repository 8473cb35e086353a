package id.sidik.wire.config;

/** A setting, or a command line, that cannot be used. The message is one sentence that names it, where it stands, and the cure. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
