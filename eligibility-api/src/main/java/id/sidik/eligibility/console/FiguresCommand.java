package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.Figure;
import id.sidik.eligibility.policy.Policy;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "figures", description = "Lists the figures of the law as they are on a day.")
final class FiguresCommand implements Callable<Integer> {
    @Option(names = "--on", required = true, paramLabel = "DATE", description = "YYYY-MM-DD.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private LocalDate on;

    @Mixin
    private PolicyOption which = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Policy policy = which.policy();
        out.println("policy " + policy.version() + " on " + on);
        for (Figure figure : policy.figures()) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %18s  %s%n",
                    figure.name(),
                    figure.on(on).map(figure.unit()::written).orElse("not known"),
                    figure.source());
        }
        return 0;
    }
}
