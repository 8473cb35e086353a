package id.sidik.bridge.console;

import id.sidik.eligibility.v1.RevokeDeviceRequest;
import id.sidik.eligibility.v1.RevokeDeviceResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Has the gate never believe a device again: stolen, broken or replaced.")
final class DeviceRevokeCommand extends ServiceCommand {
    @Parameters(paramLabel = "DEVICE", description = "The id of the device.")
    private String device = "";

    @Override
    protected int run(Services services) {
        RevokeDeviceResponse response = services.devices()
                .revokeDevice(RevokeDeviceRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setDeviceId(device)
                        .build());
        answer(response, device + " is never believed again");
        return ExitCode.YES;
    }
}
