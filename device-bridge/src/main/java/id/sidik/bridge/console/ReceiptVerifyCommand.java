package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Checks a receipt without a network. Exit code 0: genuine, in force and not withdrawn; 1: not;"
                + " 2: the lists are too old to tell, or not usable.")
final class ReceiptVerifyCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "DIR",
            description = "The folder that 'receipt fetch' wrote.")
    private Path trust = Path.of("");

    @Option(names = "--facility", paramLabel = "ID", description = "Accept only receipts for this facility.")
    private Optional<String> facility = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "As of this moment, 2026-03-10T03:00:00Z (default: now).")
    private Optional<Instant> at = Optional.empty();

    @Parameters(paramLabel = "RECEIPT", description = "The receipt (a compact JWS), or a file that holds it.")
    private String receipt = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Instant now = at.orElseGet(InstantSource.system()::instant);
        String jws = ReceiptText.of(receipt);
        return switch (new TrustFiles(trust).read().judge(jws, now, facility)) {
            case ReceiptVerdict.Good(JsonObject payload) -> say("GOOD", "genuine and in force", payload, ExitCode.YES);
            case ReceiptVerdict.NotToBeActedOn(JsonObject payload, String why) ->
                say("NOT_TO_BE_ACTED_ON", "genuine, but do not act on it: " + why, payload, ExitCode.NO);
            case ReceiptVerdict.NotGenuine(String why) ->
                say("NOT_GENUINE", "NOT GENUINE: " + why, new JsonObject(), ExitCode.NO);
            case ReceiptVerdict.CannotTell(String why) ->
                say("CANNOT_TELL", "cannot tell: " + why, new JsonObject(), ExitCode.BAD_INPUT);
        };
    }

    private int say(String verdict, String sentence, JsonObject payload, int code) {
        JsonObject json = new JsonObject();
        json.addProperty("verdict", verdict);
        json.addProperty("sentence", sentence);
        json.add("receipt", payload);
        spec.commandLine()
                .getOut()
                .println(shared.json() ? json : payload.isEmpty() ? sentence : sentence + "\n" + payload);
        return code;
    }
}
