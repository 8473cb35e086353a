package id.sidik.bridge.scanner;

/** The commands of the Waveshare sensor that we use, by the numbers of its manual. */
public enum F5Command {
    /** Takes an image when a finger comes, and sends it. */
    CAPTURE_IMAGE(0x24),
    /** How long it waits for a finger. */
    CAPTURE_TIMEOUT(0x2E);

    private final int code;

    F5Command(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
