package id.sidik.bridge.rpc;

import com.google.protobuf.Timestamp;
import id.sidik.bridge.v1.DeviceKey;
import id.sidik.wire.proof.Ed25519;

/** A device's key, its public half, in the words of the contract. */
final class DeviceKeyWording {
    private DeviceKeyWording() {}

    static DeviceKey of(id.sidik.bridge.device.DeviceKey key) {
        DeviceKey.Builder told = DeviceKey.newBuilder()
                .setDeviceId(key.deviceId())
                .setKeyId(key.keyId())
                .setPublicKeyPem(Ed25519.toPem(key.publicKey()))
                .setMadeAt(Timestamp.newBuilder().setSeconds(key.madeAt().getEpochSecond()));
        key.succession().ifPresent(told::setSuccession);
        return told.build();
    }
}
