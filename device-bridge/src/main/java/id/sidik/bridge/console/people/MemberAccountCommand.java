package id.sidik.bridge.console.people;

import id.sidik.bridge.console.ExitCode;
import id.sidik.bridge.console.ServiceCommand;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.console.Words;
import id.sidik.eligibility.v1.GetAccountRequest;
import id.sidik.eligibility.v1.MemberAccount;
import id.sidik.eligibility.v1.ProgrammeAccount;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "account", description = "Prints what a member has paid and owes, by programme. The read is audited.")
final class MemberAccountCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", description = "As it stood on that day (default: today).")
    private String day = "";

    @Override
    protected int run(Services services) {
        MemberAccount account = services.contributions()
                .getAccount(
                        GetAccountRequest.newBuilder().setNid(nid).setOn(day).build());
        answer(
                account,
                account.getProgrammesCount() == 0
                        ? "no programme, and nothing paid"
                        : account.getProgrammesList().stream()
                                .map(MemberAccountCommand::line)
                                .collect(Collectors.joining(System.lineSeparator())));
        return ExitCode.YES;
    }

    private static String line(ProgrammeAccount account) {
        return account.getProgramme() + ": " + Words.of(account.getState()) + ", " + account.getMonthsPaid()
                + " months paid, " + account.getTotalRupiah() + " rupiah"
                + (account.getUnpaidMonthsCount() == 0
                        ? ""
                        : "; unpaid " + String.join(", ", account.getUnpaidMonthsList()))
                + (account.getReactivatedOn().isEmpty() ? "" : "; reactivated on " + account.getReactivatedOn());
    }
}
