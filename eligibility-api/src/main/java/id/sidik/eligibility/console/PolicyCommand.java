package id.sidik.eligibility.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The rules, and what can be asked of them. */
@Command(
        name = "sidik policy",
        description =
                "Checks, tries out and explains the rules of the gate. How to change one: docs/howto/change-a-rule.md.",
        subcommands = {
            CheckCommand.class,
            TestCommand.class,
            ExplainCommand.class,
            ReplayCommand.class,
            FactsCommand.class,
            FiguresCommand.class
        })
final class PolicyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: check, test, explain, replay, facts or figures");
    }
}
