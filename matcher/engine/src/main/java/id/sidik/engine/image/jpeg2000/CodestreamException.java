package id.sidik.engine.image.jpeg2000;

/** Bytes that are no picture which this decoder reads. */
public final class CodestreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as far as it decides on the cure. */
    public enum Kind {
        /** The bytes end too early. */
        TRUNCATED,
        /** They contradict themselves or the standard. */
        CORRUPT,
        /** They use a part of the standard that no fingerprint profile does. */
        UNSUPPORTED
    }

    private final Kind kind;

    CodestreamException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static CodestreamException truncated(String where) {
        return new CodestreamException(Kind.TRUNCATED, where + " is cut off");
    }

    static CodestreamException corrupt(String what) {
        return new CodestreamException(Kind.CORRUPT, what);
    }

    static CodestreamException unsupported(String what) {
        return new CodestreamException(Kind.UNSUPPORTED, what);
    }

    public Kind kind() {
        return kind;
    }
}
