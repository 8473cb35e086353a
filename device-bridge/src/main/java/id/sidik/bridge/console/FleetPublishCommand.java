package id.sidik.bridge.console;

import id.sidik.eligibility.v1.PublishProfileRequest;
import id.sidik.eligibility.v1.PublishProfileResponse;
import id.sidik.wire.config.SettingsFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description =
                "Signs settings for the bridges of a facility, or of all; they fetch them by themselves, and start with them next time.")
final class FleetPublishCommand extends ServiceCommand {
    @Parameters(paramLabel = "FILE", description = "YAML, with settings as sidik.yaml has them.")
    private Path file = Path.of("");

    @Option(names = "--facility", paramLabel = "ID", description = "Its bridges alone (default: all).")
    private String facility = "";

    @Option(
            names = "--valid-days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "How long bridges may take it, 1 to 365 (default: 90); what they took stays.")
    private int validDays;

    @Override
    protected int run(Services services) {
        PublishProfileResponse response = services.fleet()
                .publishProfile(PublishProfileRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setFacilityId(facility)
                        .setValidDays(validDays)
                        .putAllSettings(SettingsFile.read(file))
                        .build());
        answer(
                response,
                "profile " + response.getNumber() + " for " + (facility.isEmpty() ? "all bridges" : facility)
                        + "; './sidik fleet list' shows who has it");
        return ExitCode.YES;
    }
}
