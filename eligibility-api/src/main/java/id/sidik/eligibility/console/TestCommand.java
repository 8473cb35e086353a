package id.sidik.eligibility.console;

import id.sidik.eligibility.policy.Policy;
import id.sidik.eligibility.policy.RuleFinding;
import id.sidik.eligibility.policy.WorkedCase;
import id.sidik.eligibility.policy.WorkedCases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = {
            "Runs worked cases and prints a table, and for each that fails what was expected and which rules spoke.",
            "Exit code 0: all passed, 1: some failed."
        })
final class TestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "YAML files of worked cases (default: those that come with the program).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--quiet", description = "Only what failed, and the sum.")
    private boolean quiet;

    @Mixin
    private PolicyOption which = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Policy policy = which.policy();
        List<WorkedCase.Result> results =
                cases().stream().map(worked -> worked.run(policy)).toList();
        PrintWriter out = spec.commandLine().getOut();
        results.stream().filter(result -> !quiet || !result.passed()).forEach(result -> print(out, result));
        long failed = results.stream().filter(result -> !result.passed()).count();
        out.printf(
                Locale.ROOT,
                "%d of %d worked cases passed with policy %s%n",
                results.size() - failed,
                results.size(),
                policy.version());
        return failed == 0 ? 0 : Failures.NO;
    }

    private List<WorkedCase> cases() {
        return files.isEmpty()
                ? WorkedCases.builtIn()
                : files.stream().flatMap(file -> read(file).stream()).toList();
    }

    private static List<WorkedCase> read(Path file) {
        try {
            return WorkedCases.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UnusableInputException("cannot read the worked cases in " + file, e);
        }
    }

    private static void print(PrintWriter out, WorkedCase.Result result) {
        WorkedCase worked = result.worked();
        out.printf(
                Locale.ROOT,
                "%-6s %-10s %-62s %s%n",
                result.passed() ? "ok" : "FAILED",
                worked.day(),
                worked.name(),
                WorkedCase.outcome(result.ruling()));
        if (!result.passed()) {
            result.differences().forEach(line -> out.println("         " + line));
            result.ruling().findings().stream()
                    .filter(RuleFinding::spoke)
                    .forEach(finding -> out.println("         " + said(finding)));
            out.println("         source: " + worked.source());
        }
    }

    private static String said(RuleFinding finding) {
        String what = finding.rule().id() + " " + finding.result() + " "
                + finding.rule().effect().label();
        return finding.missing().isEmpty() ? what : what + ", without " + String.join(", ", finding.missing());
    }
}
