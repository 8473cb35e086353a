package id.sidik.bridge.device;

/** A rotation names a key that is not the present one any more, and was not the one before it. */
public final class DeviceKeyChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeviceKeyChangedException(String presentKeyId) {
        super("the device signs with key " + presentKeyId + "; name that one");
    }
}
