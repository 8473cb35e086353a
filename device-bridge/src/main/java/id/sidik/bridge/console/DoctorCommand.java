package id.sidik.bridge.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import id.sidik.bridge.BridgeDoctor;
import id.sidik.bridge.doctor.Account;
import id.sidik.bridge.doctor.Box;
import id.sidik.bridge.doctor.Finding;
import id.sidik.bridge.doctor.Finding.State;
import id.sidik.wire.process.AppArguments;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Needs no service and no certificate: it is asked when something of that does not work. */
@Command(
        name = "doctor",
        description =
                "Says what a bridge and its box lack, and the cure. With sudo it sees most. Exit code 1: something failed.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "The bridge's settings (default: none).")
    private @Nullable Path config;

    @Option(names = "--profile", paramLabel = "FILE", description = "Its hardware profile (default: none).")
    private @Nullable Path profile;

    @Option(names = "--scanners", description = "Only scanners, and what they need of the box.")
    private boolean scannersOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        AppArguments arguments =
                new AppArguments(shared.data(), Optional.ofNullable(profile), Optional.ofNullable(config));
        BridgeDoctor doctor = new BridgeDoctor(
                Box.SYSTEM,
                arguments,
                System.getenv(),
                System.getProperty(FleetJoinCommand.START_COMMAND, "./sidik up"),
                InstantSource.system());
        Account account = BridgeDoctor.accountOf(shared.data());
        List<Finding> findings = scannersOnly ? doctor.examineScanners(account) : doctor.examine(account);
        print(findings);
        return findings.stream().anyMatch(finding -> finding.state() == State.FAILED) ? ExitCode.NO : ExitCode.YES;
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json()) {
            out.println(json(findings));
            return;
        }
        for (Finding finding : findings) {
            out.println(String.format(
                    Locale.ROOT, "%-8s %-14s %s", word(finding.state()), finding.check(), finding.detail()));
            if (!finding.cure().isEmpty()) {
                out.println(" ".repeat(24) + finding.cure());
            }
        }
    }

    private static JsonObject json(List<Finding> findings) {
        JsonArray checks = new JsonArray();
        for (Finding finding : findings) {
            JsonObject check = new JsonObject();
            check.addProperty("check", finding.check());
            check.addProperty("state", word(finding.state()));
            check.addProperty("detail", finding.detail());
            check.addProperty("cure", finding.cure());
            checks.add(check);
        }
        JsonObject answer = new JsonObject();
        answer.add("checks", checks);
        return answer;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
