package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.UndeterminedCause;

/** Why a bridge had no sample to send. */
public enum CaptureFault {
    SCANNER_UNPLUGGED(UndeterminedCause.SCANNER_UNPLUGGED),
    SCANNER_FAULT(UndeterminedCause.SCANNER_FAULT),
    FINGER_TIMEOUT(UndeterminedCause.FINGER_TIMEOUT),
    QUALITY_TOO_LOW(UndeterminedCause.QUALITY_TOO_LOW);

    private final UndeterminedCause cause;

    CaptureFault(UndeterminedCause cause) {
        this.cause = cause;
    }

    UndeterminedCause cause() {
        return cause;
    }
}
