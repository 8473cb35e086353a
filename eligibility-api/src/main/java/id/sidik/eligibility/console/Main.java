package id.sidik.eligibility.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line of the policy. Exit codes: 0 yes or done, 1 no, 2 bad use or input, 3 the service does not answer. */
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
        CommandLine command = new CommandLine(new PolicyCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new Failures());
        withHelp(command);
        int exitCode = command.execute(args);
        out.flush(); // an explanation ends with no line of println, and the process ends at once
        err.flush();
        return exitCode;
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Main::withHelp);
    }
}
