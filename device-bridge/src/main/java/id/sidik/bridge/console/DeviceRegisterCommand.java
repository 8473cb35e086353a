package id.sidik.bridge.console;

import id.sidik.bridge.v1.DeviceKey;
import id.sidik.bridge.v1.GetDeviceKeyRequest;
import id.sidik.eligibility.v1.RegisterDeviceRequest;
import id.sidik.eligibility.v1.RegisterDeviceResponse;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "register",
        description =
                "Has the gate believe a device at a facility; its checks take captures of its registered devices alone from then on.")
final class DeviceRegisterCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Where it stands.")
    private String facility = "";

    @ArgGroup(exclusive = false)
    private Elsewhere elsewhere = new Elsewhere();

    /** A device whose bridge serves another data folder. */
    static final class Elsewhere {
        @Option(
                names = "--device",
                required = true,
                paramLabel = "ID",
                description = "Which device (default: the bridge of this data folder).")
        private String device = "";

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "Its public key, from 'device key'.")
        private Path key = Path.of("");
    }

    @Override
    protected int run(Services services) {
        DeviceKey device = elsewhere.device.isEmpty()
                ? services.bridge()
                        .getDeviceKey(GetDeviceKeyRequest.getDefaultInstance())
                        .getKey()
                : DeviceKey.newBuilder()
                        .setDeviceId(elsewhere.device)
                        .setPublicKeyPem(TextFile.read(elsewhere.key))
                        .build();
        RegisterDeviceResponse response = services.devices()
                .registerDevice(RegisterDeviceRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setDeviceId(device.getDeviceId())
                        .setFacilityId(facility)
                        .setPublicKeyPem(device.getPublicKeyPem())
                        .build());
        answer(response, "captures of " + device.getDeviceId() + " are believed at " + facility);
        return ExitCode.YES;
    }
}
