package id.sidik.bridge.console;

import com.google.protobuf.util.Timestamps;
import id.sidik.eligibility.v1.BridgeRecord;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.ListBridgesResponse;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the bridges that joined.")
final class FleetListCommand extends ServiceCommand {
    @Option(names = "--facility", paramLabel = "ID", description = "Of this facility alone.")
    private String facility = "";

    @Option(
            names = "--page",
            paramLabel = "TOKEN",
            description = "The page after this one, as the last answer names it.")
    private String page = "";

    @Override
    protected int run(Services services) {
        ListBridgesResponse response = services.fleet()
                .listBridges(ListBridgesRequest.newBuilder()
                        .setFacilityId(facility)
                        .setPageToken(page)
                        .build());
        String lines =
                response.getBridgesList().stream().map(FleetListCommand::line).collect(Collectors.joining("\n"));
        answerPage(response, lines, response.getNextPageToken());
        return ExitCode.YES;
    }

    private static String line(BridgeRecord bridge) {
        String who = bridge.getDeviceId() + " at " + bridge.getFacilityId();
        return bridge.getRevoked()
                ? who + ", revoked"
                : who + ", certificate until " + Timestamps.toString(bridge.getCertificateExpiresAt()) + seen(bridge);
    }

    private static String seen(BridgeRecord bridge) {
        if (!bridge.hasLastSeen()) {
            return ", never seen";
        }
        String scanners = bridge.getScannersList().stream()
                .map(scanner -> ", scanner " + BridgeText.modelAndState(scanner))
                .collect(Collectors.joining());
        return ", seen " + Timestamps.toString(bridge.getLastSeen()) + ", version " + bridge.getSoftwareVersion()
                + scanners + profile(bridge);
    }

    private static String profile(BridgeRecord bridge) {
        String held = bridge.getProfileHeld() == 0 ? "" : ", profile " + bridge.getProfileHeld();
        String waiting = bridge.getProfileHeld() == bridge.getProfileRunning() ? "" : " from its next start on";
        return bridge.getProfileRefused() == 0
                ? held + waiting
                : held + waiting + ", refused profile " + bridge.getProfileRefused() + ": "
                        + bridge.getProfileRefusal();
    }
}
