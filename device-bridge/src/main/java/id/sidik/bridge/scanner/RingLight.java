package id.sidik.bridge.scanner;

/** What the ring of an R503 shows (R503 manual 1.2.2, AuraLedConfig): mode, speed, colour, count; count 0 never ends. */
final class RingLight {
    private static final byte BREATHE = 1;
    private static final byte FLASH = 2;
    private static final byte ON = 3;
    private static final byte ALWAYS_OFF = 4;
    private static final byte RED = 1;
    private static final byte BLUE = 2;
    private static final byte GREEN = 4;
    private static final byte MEDIUM_SPEED = (byte) 0x80;
    private static final byte FAST = 0x20;
    private static final byte THREE_TIMES = 3;

    private RingLight() {}

    static byte[] parametersOf(Light light) {
        return switch (light) {
            case WAITING -> new byte[] {BREATHE, MEDIUM_SPEED, BLUE, 0};
            case ACCEPTED -> new byte[] {ON, 0, GREEN, 0};
            case RETRY -> new byte[] {FLASH, FAST, RED, THREE_TIMES};
            case OFF -> new byte[] {ALWAYS_OFF, 0, BLUE, 0};
        };
    }
}
