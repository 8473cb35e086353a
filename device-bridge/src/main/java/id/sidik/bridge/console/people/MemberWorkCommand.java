package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.eligibility.v1.EndEmploymentRequest;
import id.sidik.eligibility.v1.MemberEmployment;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "work",
        description = "Says that a member works for an employer since a day, or no longer does after one.")
final class MemberWorkCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--employer", required = true, paramLabel = "NPP", description = "The employer's number.")
    private String employer = "";

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "The first day; with --wage.")
    private String since = "";

    @Option(names = "--wage", paramLabel = "RUPIAH", description = "The monthly wage.")
    private long wageRupiah;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "The last day of the work that runs.")
    private String until = "";

    @Override
    protected int run(Services services) {
        MemberFile file = since.isEmpty() ? end(services) : report(services);
        answer(file, MemberShowCommand.text(file));
        return ExitCode.YES;
    }

    private MemberFile report(Services services) {
        return services.members()
                .reportEmployment(ReportEmploymentRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setEmployment(MemberEmployment.newBuilder()
                                .setEmployerId(employer)
                                .setSince(since)
                                .setUntil(until)
                                .setWageRupiah(wageRupiah))
                        .build());
    }

    private MemberFile end(Services services) {
        return services.members()
                .endEmployment(EndEmploymentRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setEmployerId(employer)
                        .setUntil(until)
                        .build());
    }
}
