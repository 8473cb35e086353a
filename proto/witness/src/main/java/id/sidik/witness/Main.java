package id.sidik.witness;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of whoever runs a witness. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description =
                "Witnesses the audit log of another institution: cosigns its heads, and refuses a head that contradicts"
                        + " an earlier one. Exit codes: 0 done, 2 bad use or input.")
public final class Main {
    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:SIDIK_WITNESS_DATA:-${sys:user.home}/.sidik-witness}",
            description = "The witness's own folder (default: $SIDIK_WITNESS_DATA, else ~/.sidik-witness).")
    private Path data = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        int code = run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        System.exit(code);
    }

    /** Runs one command. Returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof WitnessRefusedException
                            || failure instanceof ProofRefusedException
                            || failure instanceof IllegalArgumentException) {
                        command.getErr().println("witness: " + failure.getMessage());
                        return BAD_INPUT;
                    }
                    throw failure;
                })
                .execute(args);
    }

    @Command(name = "init", description = "Makes the witness's key. Prints the verifier key to give to others.")
    int init(
            @Option(
                            names = "--name",
                            required = true,
                            description =
                                    "The witness's name, as an address without scheme: audit.example.go.id/witness.")
                    String name) {
        WitnessKey key = WitnessKey.generate(name);
        memory().begin(key);
        out().println(key.verifier().text());
        return DONE;
    }

    @Command(
            name = "trust",
            description = "Takes a log into those that are witnessed. Get its key by a way that you trust.")
    int trust(
            @Parameters(paramLabel = "KEY", description = "The log's verifier key, from './sidik audit head'.")
                    String verifierKey) {
        VerifierKey log = VerifierKey.parse(verifierKey);
        if (log.kind() != VerifierKey.Kind.NOTE) {
            throw new WitnessRefusedException("this is the key of a witness; a log's key signs notes (type 1)");
        }
        memory().trust(log);
        out().println("witnessing " + log.name());
        return DONE;
    }

    @Command(name = "show", description = "Prints the witness's verifier key, its logs, and the last head of each.")
    int show() {
        Memory memory = memory();
        out().println(memory.key().verifier().text());
        for (VerifierKey log : memory.logs()) {
            out().println(String.format(
                    Locale.ROOT,
                    "%s  %s entries  /%s/checkpoint",
                    log.name(),
                    memory.latest(log.name())
                            .map(Checkpoint::size)
                            .map(Object::toString)
                            .orElse("no"),
                    Memory.originHash(log.name())));
        }
        return DONE;
    }

    @Command(name = "serve", description = "Answers logs that ask for cosignatures, until it is stopped.")
    int serve(
            @Option(
                            names = "--listen",
                            defaultValue = "127.0.0.1:7450",
                            description =
                                    "HOST:PORT (default: ${DEFAULT-VALUE}). Others reach it through a proxy with TLS.")
                    String listen)
            throws InterruptedException {
        VerifierKey own = memory().key().verifier();
        try (WitnessServer server = WitnessServer.start(HostPort.parse(listen), folder(), InstantSource.system())) {
            out().println("witness " + own.name() + " listens on port " + server.port());
            new CountDownLatch(1).await();
        }
        return DONE;
    }

    private Memory memory() {
        return new Memory(folder());
    }

    private Path folder() {
        return data.toAbsolutePath().normalize();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
