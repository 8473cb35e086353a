package id.sidik.bridge.facade.sbi;

/** The error codes of SBI 0.9.5, and from 500 on our own. */
enum SbiError {
    SUCCESS(0, "Success"),
    NOT_REGISTERED(100, "Device not registered"),
    NO_BIOMETRIC_OBJECT(101, "Unable to detect a biometric object"),
    EXTRACTION(102, "Technical error during extraction"),
    DEVICE_NOT_FOUND(106, "Device not found"),
    DEVICE_KEY_EXPIRED(107, "Device public key expired"),
    DOMAIN_KEY_MISSING(108, "Domain public key missing"),
    COUNT_NOT_SUPPORTED(109, "Requested number of biometric (Finger/IRIS) not supported"),
    NOT_READY(110, "Device not ready"),
    BUSY(111, "Device busy"),
    TRANSACTION_ID_INVALID(112, "Invalid transaction ID"),
    NOT_CONNECTED(202, "No device connected"),
    REQUEST_UNREADABLE(501, "The request is not one of SBI 0.9.5"),
    PURPOSE_NOT_SERVED(502, "This device does not serve that purpose"),
    ENVIRONMENT_DIFFERS(503, "This device is of another environment"),
    WRONG_FINGER(504, "Another finger was placed than the one asked for");

    private final int code;
    private final String info;

    SbiError(int code, String info) {
        this.code = code;
        this.info = info;
    }

    String code() {
        return Integer.toString(code);
    }

    String info() {
        return info;
    }
}
