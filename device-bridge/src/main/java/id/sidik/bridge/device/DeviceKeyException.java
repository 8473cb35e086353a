package id.sidik.bridge.device;

/** The device's key cannot be read, or not be kept. */
public final class DeviceKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeviceKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
