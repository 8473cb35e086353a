package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that calls services: opens them, answers in words or in JSON, ends with a code of {@link ExitCode}. */
public abstract class ServiceCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public final Integer call() {
        try (Services services = Services.of(shared.data(), InstantSource.system())) {
            return run(services);
        }
    }

    /** Does the work. Failures are mapped by {@link ErrorReport}. */
    protected abstract int run(Services services);

    final SharedOptions shared() {
        return shared;
    }

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** For progress, which a person watches and a program does not read. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints the answer as JSON when that was asked for, else the sentence. */
    protected final void answer(MessageOrBuilder answer, String sentence) {
        out().println(shared.json() ? json(answer) : sentence);
    }

    /** As above, for answers that no contract has a message for. */
    protected final void answer(JsonObject answer, String sentence) {
        out().println(shared.json() ? answer : sentence);
    }

    /** As the first one, for a page of an answer; the sentence also says how to go on, if there is more. */
    protected final void answerPage(MessageOrBuilder answer, String lines, String nextToken) {
        answer(answer, nextToken.isEmpty() ? lines : lines + "\nmore: --page " + nextToken);
    }

    static String json(MessageOrBuilder answer) {
        try {
            return JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(answer);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("our answers hold no Any", e);
        }
    }

    /** A key for a write that a person asks for once. */
    protected static String newKey() {
        return "console-" + UUID.randomUUID();
    }
}
