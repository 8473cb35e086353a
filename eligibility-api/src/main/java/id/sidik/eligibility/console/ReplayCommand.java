package id.sidik.eligibility.console;

import id.sidik.eligibility.v1.ReplayDecisionRequest;
import id.sidik.eligibility.v1.ReplayDecisionResponse;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Makes a decision again from the facts that were kept with it, by the policy that made it, however old.",
            "Exit code 0: the same answer, 1: another."
        })
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--decision", required = true, paramLabel = "ID", description = "As on the receipt.")
    private String decisionId = "";

    @Mixin
    private GateOptions gate = new GateOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReplayDecisionResponse replay = gate.ask(policy -> policy.replayDecision(
                ReplayDecisionRequest.newBuilder().setDecisionId(decisionId).build()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(ExplanationText.of(replay.getExplanation(), false));
        if (replay.getSame()) {
            out.println("the same ruling as recorded, to the letter");
            return 0;
        }
        out.println("ANOTHER ruling than recorded:");
        out.println("  recorded " + replay.getRecordedRuling());
        out.println("  now      " + replay.getExplanation().getRuling());
        return Failures.NO;
    }
}
