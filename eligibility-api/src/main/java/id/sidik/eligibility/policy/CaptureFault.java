package id.sidik.eligibility.policy;

/** Why a bridge had no sample to send. */
public enum CaptureFault {
    SCANNER_UNPLUGGED(PresenceKind.SCANNER_UNPLUGGED),
    SCANNER_FAULT(PresenceKind.SCANNER_FAULT),
    FINGER_TIMEOUT(PresenceKind.FINGER_TIMEOUT),
    QUALITY_TOO_LOW(PresenceKind.QUALITY_TOO_LOW);

    private final PresenceKind kind;

    CaptureFault(PresenceKind kind) {
        this.kind = kind;
    }

    PresenceKind kind() {
        return kind;
    }
}
