package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.Policy;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Reads all files of a policy and shows all that is wrong.",
            "Names and types in expressions, gaps and overlaps of dates, unknown reasons, texts that are missing in"
                    + " one language, rules that never speak. Exit code 0: none, 1: some."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private PolicyOption which = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Policy policy = which.policy();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "policy %s is in order: %d rules and formulas, %d figures%n",
                        policy.version(),
                        policy.size(),
                        policy.figures().size());
        return 0;
    }
}
