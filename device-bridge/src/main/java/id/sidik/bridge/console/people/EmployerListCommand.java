package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.ListEmployersRequest;
import id.sidik.eligibility.v1.ListEmployersResponse;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Prints the employers by number, one a line.")
final class EmployerListCommand extends ServiceCommand {
    @Override
    protected int run(Services services) {
        String token = "";
        do {
            ListEmployersResponse page = services.members()
                    .listEmployers(ListEmployersRequest.newBuilder()
                            .setPageToken(token)
                            .build());
            page.getEmployersList().forEach(employer -> answer(employer, line(employer)));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return ExitCode.YES;
    }

    static String line(Employer employer) {
        return employer.getEmployerId() + "  " + employer.getName() + ", risk " + Words.of(employer.getRiskTier())
                + (employer.getClosed() ? ", closed" : "");
    }
}
