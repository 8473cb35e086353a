package id.sidik.bridge.console;

import id.sidik.bridge.v1.DeviceKey;
import id.sidik.bridge.v1.GetDeviceKeyRequest;
import id.sidik.bridge.v1.RotateDeviceKeyRequest;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import picocli.CommandLine.Command;

@Command(
        name = "rotate",
        description = "Makes the device's next key and destroys the present one, which vouches for the next:"
                + " a gate that trusts the one can follow to the other.")
final class DeviceRotateCommand extends ServiceCommand {
    @Override
    protected int run(Services services) {
        DeviceKey former = services.bridge()
                .getDeviceKey(GetDeviceKeyRequest.getDefaultInstance())
                .getKey();
        DeviceKey next = services.bridge()
                .rotateDeviceKey(RotateDeviceKeyRequest.newBuilder()
                        .setKeyId(former.getKeyId())
                        .build())
                .getKey();
        SuccessionStatement.nextKey(
                former.getDeviceId(), Ed25519.fromPem(former.getPublicKeyPem()), next.getSuccession());
        answer(next, DeviceKeyCommand.textOf(next));
        return ExitCode.YES;
    }
}
