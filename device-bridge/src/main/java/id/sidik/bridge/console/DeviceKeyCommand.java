package id.sidik.bridge.console;

import id.sidik.bridge.v1.DeviceKey;
import id.sidik.bridge.v1.GetDeviceKeyRequest;
import java.time.Instant;
import picocli.CommandLine.Command;

@Command(name = "key", description = "Shows who the device is and the public half of its key, for the gate to trust.")
final class DeviceKeyCommand extends ServiceCommand {
    @Override
    protected int run(Services services) {
        DeviceKey key = services.bridge()
                .getDeviceKey(GetDeviceKeyRequest.getDefaultInstance())
                .getKey();
        answer(key, textOf(key));
        return ExitCode.YES;
    }

    static String textOf(DeviceKey key) {
        return "device " + key.getDeviceId() + " signs with key " + key.getKeyId() + ", made "
                + Instant.ofEpochSecond(key.getMadeAt().getSeconds()) + "\n" + key.getPublicKeyPem();
    }
}
