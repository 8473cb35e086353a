package id.sidik.bridge.device;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.KeySuccession;
import id.sidik.wire.device.JoinStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The key that signs a device's captures.
 *
 * @param deviceId who the device is, for as long as it has this data folder
 * @param pair Ed25519
 * @param madeAt to the second
 * @param succession by the key before; empty of the first key
 */
public record DeviceKey(String deviceId, KeyPair pair, Instant madeAt, Optional<KeySuccession> succession) {
    /** The first key of a device. */
    static DeviceKey first(String deviceId, KeyPair pair, Instant madeAt) {
        return new DeviceKey(deviceId, pair, madeAt, Optional.empty());
    }

    /** The key after this one, vouched for by this one. */
    DeviceKey next(KeyPair nextPair, Instant now) {
        ByteString vouched = sign(SuccessionStatement.of(deviceId, keyId(), nextPair.getPublic()));
        return new DeviceKey(
                deviceId,
                nextPair,
                now,
                Optional.of(KeySuccession.newBuilder()
                        .setFormerKeyId(keyId())
                        .setPublicKey(Ed25519.toBase64Url(nextPair.getPublic()))
                        .setSignature(vouched)
                        .build()));
    }

    public String keyId() {
        return Ed25519.keyId(publicKey());
    }

    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** Whether this key took the place of that one. */
    boolean succeeds(String formerKeyId) {
        return succession
                .map(KeySuccession::getFormerKeyId)
                .filter(formerKeyId::equals)
                .isPresent();
    }

    /**
     * Shows that this device and a TLS key belong to one machine.
     *
     * @param tlsKeySha256 hexadecimal, of the key's SubjectPublicKeyInfo
     */
    public ByteString joining(String tlsKeySha256) {
        return sign(JoinStatement.of(deviceId, tlsKeySha256));
    }

    ByteString sign(byte[] statement) {
        return ByteString.copyFrom(Ed25519.sign(pair.getPrivate(), statement));
    }

    @Override
    public String toString() {
        return "key " + keyId() + " of device " + deviceId;
    }
}
