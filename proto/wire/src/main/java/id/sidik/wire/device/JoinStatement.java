package id.sidik.wire.device;

import java.nio.charset.StandardCharsets;

/** What a device key signs when its bridge joins a fleet: that the device and the TLS key of the request belong to one machine. */
public final class JoinStatement {
    private JoinStatement() {}

    /**
     * The bytes to sign.
     *
     * @param tlsKeySha256 hexadecimal, of the TLS key's SubjectPublicKeyInfo
     */
    public static byte[] of(String deviceId, String tlsKeySha256) {
        return ("sidik join 1\n" + deviceId + "\n" + tlsKeySha256).getBytes(StandardCharsets.UTF_8);
    }
}
