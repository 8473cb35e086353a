package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.eligibility.v1.ListWorkersRequest;
import id.sidik.eligibility.v1.ListWorkersResponse;
import id.sidik.eligibility.v1.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "workers", description = "Prints who works for an employer, or did, one a line. The read is audited.")
final class EmployerWorkersCommand extends ServiceCommand {
    @Option(names = "--npp", required = true, paramLabel = "NPP", description = "The employer's number.")
    private String npp = "";

    @Override
    protected int run(Services services) {
        String token = "";
        do {
            ListWorkersResponse page = services.members()
                    .listWorkers(ListWorkersRequest.newBuilder()
                            .setEmployerId(npp)
                            .setPageToken(token)
                            .build());
            page.getWorkersList().forEach(worker -> answer(worker, line(worker)));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return ExitCode.YES;
    }

    private static String line(Worker worker) {
        String until = worker.getEmployment().getUntil();
        return worker.getNid() + "  since " + worker.getEmployment().getSince()
                + (until.isEmpty() ? "" : " until " + until) + ", "
                + worker.getEmployment().getWageRupiah() + " rupiah a month";
    }
}
