package id.sidik.bridge.console;

import id.sidik.bridge.console.bulk.ExportCommand;
import id.sidik.bridge.console.bulk.ImportCommand;
import id.sidik.bridge.console.bulk.ReconcileCommand;
import id.sidik.bridge.console.demo.DemoCommand;
import id.sidik.bridge.console.people.AdjudicateCommand;
import id.sidik.bridge.console.people.EmployerCommand;
import id.sidik.bridge.console.people.MemberCommand;
import id.sidik.bridge.console.site.SitePackCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The operator's command line. */
@Command(
        name = "sidik",
        description = "Sidik for operators. Exit codes: 0 yes or done, 1 no, 2 bad use or input, 3 a service does not"
                + " answer.",
        subcommands = {
            EnrolCommand.class,
            VerifyCommand.class,
            IdentifyCommand.class,
            DedupeCommand.class,
            WithdrawCommand.class,
            CheckCommand.class,
            ContributeCommand.class,
            MemberCommand.class,
            EmployerCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReconcileCommand.class,
            AdjudicateCommand.class,
            FallbackCommand.class,
            ApprovalCommand.class,
            VisitCommand.class,
            ClaimCommand.class,
            AuditCommand.class,
            ReceiptCommand.class,
            SitePackCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DemoCommand.class,
            DeviceCommand.class,
            DoctorCommand.class,
            FleetCommand.class,
            ReportCommand.class,
            SiteCommand.class,
            OfficeCommand.class,
            ExplainCommand.class,
            StatusCommand.class,
            TemplateCommand.class,
            TokenCommand.class,
            TrustCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs one command. Returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new ErrorReport())
                .setCaseInsensitiveEnumValuesAllowed(true);
        withHelp(command);
        return command.execute(args);
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Main::withHelp);
    }
}
