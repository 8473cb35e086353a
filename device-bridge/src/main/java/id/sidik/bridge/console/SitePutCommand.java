package id.sidik.bridge.console;

import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutSiteResponse;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "put", description = "Says where a facility is and what it can do, or says it anew.")
final class SitePutCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "The facility's id.")
    private String facility = "";

    @Option(names = "--latitude", required = true, paramLabel = "DEG", description = "-90 to 90.")
    private double latitudeDeg;

    @Option(names = "--longitude", required = true, paramLabel = "DEG", description = "-180 to 180.")
    private double longitudeDeg;

    @Option(names = "--beds", paramLabel = "COUNT", description = "0 where nobody stays overnight (default).")
    private int beds;

    @Option(names = "--device", paramLabel = "ID", description = "One of its scanners; once for each.")
    private List<String> devices = List.of();

    @Override
    protected int run(Services services) {
        PutSiteResponse response = services.reports()
                .putSite(PutSiteRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setFacilityId(facility)
                        .setLatitudeDeg(latitudeDeg)
                        .setLongitudeDeg(longitudeDeg)
                        .setBeds(beds)
                        .addAllDeviceIds(devices)
                        .build());
        answer(response, facility + " is where you say");
        return ExitCode.YES;
    }
}
