package id.sidik.wire.device;

import id.sidik.biometrics.v1.KeySuccession;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;

/** What the former key of a device signs when it is replaced. */
public final class SuccessionStatement {
    private SuccessionStatement() {}

    /** The bytes to sign or to check. */
    public static byte[] of(String deviceId, String formerKeyId, PublicKey next) {
        return ("sidik.id/device-key/v1\ndevice " + deviceId + "\nformer " + formerKeyId + "\nnext "
                        + Ed25519.toBase64Url(next) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The next key, vouched for by one that is trusted.
     *
     * @param former the trusted key of that device
     * @throws ProofRefusedException when the former key did not sign this
     */
    public static PublicKey nextKey(String deviceId, PublicKey former, KeySuccession succession) {
        PublicKey next = Ed25519.fromBase64Url(succession.getPublicKey());
        byte[] statement = of(deviceId, Ed25519.keyId(former), next);
        if (!Ed25519.verifies(former, statement, succession.getSignature().toByteArray())) {
            throw new ProofRefusedException(
                    "the former key of device " + deviceId + " did not vouch for this one; register it anew");
        }
        return next;
    }
}
