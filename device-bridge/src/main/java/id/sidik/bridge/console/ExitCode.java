package id.sidik.bridge.console;

/** What a script learns without reading a word. */
final class ExitCode {
    /** Done; yes; verified; granted. */
    static final int YES = 0;
    /** A clear no: not verified, nobody found, denied, held, a proof that does not hold. */
    static final int NO = 1;
    /** The command or its input cannot be used. */
    static final int BAD_INPUT = 2;
    /** A service that is needed does not answer. */
    static final int UNREACHABLE = 3;

    private ExitCode() {}
}
