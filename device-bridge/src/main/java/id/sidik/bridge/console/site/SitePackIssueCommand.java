package id.sidik.bridge.console.site;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.UnusableInputException;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "issue",
        description =
                "Makes the next pack of a facility and writes it to a file, to be carried there: put it into bridge/offline/inbox of "
                        + "the bridge's data folder. A bridge with a network fetches its packs by itself.")
final class SitePackIssueCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "The facility.")
    private String facility = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; its name ends in .issued")
    private Path out = Path.of("");

    @Override
    protected int run(Services services) {
        IssueSitePackResponse response = services.sitePacks()
                .issueSitePack(IssueSitePackRequest.newBuilder()
                        .setFacilityId(facility)
                        .build());
        try {
            Files.write(out, response.toByteArray());
        } catch (IOException e) {
            throw new UnusableInputException("cannot write the pack to " + out + "; choose another --out", e);
        }
        answer(
                response,
                out + " has " + response.getSerializedSize() + " bytes that only the bridge of " + facility
                        + " can read");
        return ExitCode.YES;
    }
}
