package id.sidik.bridge.console;

/** What a script learns without reading a word. */
public final class ExitCode {
    /** Done; yes; verified; granted. */
    public static final int YES = 0;
    /** A clear no: not verified, nobody found, denied, held, a proof that does not hold. */
    public static final int NO = 1;
    /** The command or its input cannot be used. */
    public static final int BAD_INPUT = 2;
    /** A service that is needed does not answer. */
    public static final int UNREACHABLE = 3;

    private ExitCode() {}
}
