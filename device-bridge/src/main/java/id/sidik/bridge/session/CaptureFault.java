package id.sidik.bridge.session;

/** Why there is no impression, as the gate is told. */
public enum CaptureFault {
    SCANNER_UNPLUGGED,
    SCANNER_FAULT,
    FINGER_TIMEOUT,
    QUALITY_TOO_LOW,
    /** At every attempt another finger was placed than the one asked for. */
    WRONG_FINGER
}
