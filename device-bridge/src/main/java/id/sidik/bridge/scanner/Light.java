package id.sidik.bridge.scanner;

/** What the scanner's own lamp says, in step with the screen. */
public enum Light {
    /** Place the finger. */
    WAITING,
    /** The impression is good. */
    ACCEPTED,
    /** Once more, please. */
    RETRY,
    /** Nobody is being served. */
    OFF
}
