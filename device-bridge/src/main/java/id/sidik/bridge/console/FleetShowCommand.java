package id.sidik.bridge.console;

import id.sidik.eligibility.v1.GetBridgeRequest;
import id.sidik.eligibility.v1.GetBridgeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Shows one bridge whole: certificate, when it was last seen, its scanners and what they did, its profile.")
final class FleetShowCommand extends ServiceCommand {
    @Parameters(paramLabel = "BRIDGE", description = "The bridge, by the id of its device.")
    private String device = "";

    @Override
    protected int run(Services services) {
        GetBridgeResponse found = services.fleet()
                .getBridge(GetBridgeRequest.newBuilder().setDeviceId(device).build());
        answer(found, BridgeText.of(found));
        return ExitCode.YES;
    }
}
