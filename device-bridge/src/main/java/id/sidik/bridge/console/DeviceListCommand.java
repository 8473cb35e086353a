package id.sidik.bridge.console;

import com.google.protobuf.util.Timestamps;
import id.sidik.eligibility.v1.DeviceRecord;
import id.sidik.eligibility.v1.ListDevicesRequest;
import id.sidik.eligibility.v1.ListDevicesResponse;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the devices of a facility.")
final class DeviceListCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Whose devices.")
    private String facility = "";

    @Option(
            names = "--page",
            paramLabel = "TOKEN",
            description = "The page after this one, as the last answer names it.")
    private String page = "";

    @Override
    protected int run(Services services) {
        ListDevicesResponse response = services.devices()
                .listDevices(ListDevicesRequest.newBuilder()
                        .setFacilityId(facility)
                        .setPageToken(page)
                        .build());
        String lines =
                response.getDevicesList().stream().map(DeviceListCommand::line).collect(Collectors.joining("\n"));
        answerPage(response, lines, response.getNextPageToken());
        return ExitCode.YES;
    }

    private static String line(DeviceRecord device) {
        return device.getDeviceId() + " signs with key " + device.getKeyId() + ", registered "
                + Timestamps.toString(device.getRegisteredAt()) + (device.getRevoked() ? ", revoked" : "");
    }
}
