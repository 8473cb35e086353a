package id.sidik.bridge.console.site;

import com.google.protobuf.util.Timestamps;
import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.ListReconciledResponse;
import id.sidik.eligibility.v1.ReconciledCheck;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "What a facility answered without a network, and what the gate made of it afterwards.")
final class SitePackReportCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "The facility.")
    private String facility = "";

    @Option(names = "--differing", description = "Only those that the gate would have answered differently.")
    private boolean differing;

    @Option(names = "--page", paramLabel = "TOKEN", description = "Go on from here, as the page before said.")
    private String page = "";

    @Override
    protected int run(Services services) {
        ListReconciledResponse response = services.sitePacks()
                .listReconciled(ListReconciledRequest.newBuilder()
                        .setFacilityId(facility)
                        .setDifferingOnly(differing)
                        .setPageSize(200)
                        .setPageToken(page)
                        .build());
        String lines = response.getChecksList().stream()
                .map(SitePackReportCommand::line)
                .collect(Collectors.joining("\n"));
        answerPage(response, lines.isEmpty() ? "none" : lines, response.getNextPageToken());
        return ExitCode.YES;
    }

    private static String line(ReconciledCheck check) {
        return String.join(
                "  ",
                Timestamps.toString(check.getCapturedAt()),
                check.getNidMasked(),
                Words.of(check.getPurpose()),
                "answered " + check.getProvisional(),
                "gate " + check.getCentral() + (check.getCentralWhy().isEmpty() ? "" : " " + check.getCentralWhy()),
                Words.of(check.getDifference()));
    }
}
