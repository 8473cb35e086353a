package id.sidik.bridge.console;

import id.sidik.eligibility.v1.RevokeBridgeRequest;
import id.sidik.eligibility.v1.RevokeBridgeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = "Turns a bridge away for good, from its next call on: stolen, broken or replaced.")
final class FleetRevokeCommand extends ServiceCommand {
    @Parameters(paramLabel = "DEVICE", description = "The bridge, by the id of its device.")
    private String device = "";

    @Override
    protected int run(Services services) {
        RevokeBridgeResponse response = services.fleet()
                .revokeBridge(RevokeBridgeRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setDeviceId(device)
                        .build());
        answer(response, device + " is turned away, and its captures are never believed again");
        return ExitCode.YES;
    }
}
