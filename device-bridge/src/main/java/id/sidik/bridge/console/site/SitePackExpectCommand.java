package id.sidik.bridge.console.site;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.TextFile;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.ExpectMembersResponse;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "expect",
        description =
                "Says whom a facility expects in the next days, in the place of what was said before: by appointment, or its panel.")
final class SitePackExpectCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "The facility.")
    private String facility = "";

    @Parameters(paramLabel = "FILE", description = "One NID a line, at most 500.")
    private Path file = Path.of("");

    @Override
    protected int run(Services services) {
        List<String> nids = TextFile.read(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        ExpectMembersResponse response = services.sitePacks()
                .expectMembers(ExpectMembersRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setFacilityId(facility)
                        .addAllNids(nids)
                        .build());
        answer(response, facility + " expects " + response.getMembers() + " members");
        return ExitCode.YES;
    }
}
