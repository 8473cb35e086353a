package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.Fact;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "facts", description = "Lists the facts that a rule may look at.")
final class FactsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Fact fact : Fact.values()) {
            out.printf(
                    Locale.ROOT,
                    "%-26s %-7s%s %s%s%n",
                    fact.factName(),
                    fact.type(),
                    fact.statable() ? "*" : " ",
                    fact.meaning(),
                    words(fact));
        }
        out.println("* a caller may state it as a circumstance of a check");
        return 0;
    }

    private static String words(Fact fact) {
        return fact.words().isEmpty() ? "" : fact.words().stream().sorted().collect(Collectors.joining(", ", ": ", ""));
    }
}
