package id.sidik.bridge.console;

import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "receipt",
        description = "Checks a receipt offline, with nothing but the public key. Exit code 0: genuine, 1: not.")
final class AuditReceiptCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "PEM",
            description = "The file with the public key of receipts, from 'audit head'.")
    private Path key = Path.of("");

    @Parameters(paramLabel = "RECEIPT", description = "The receipt (a compact JWS), or a file that holds it.")
    private String receipt = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        String payload = CompactJws.verify(ReceiptText.of(receipt), Ed25519.fromPem(TextFile.read(key)));
        spec.commandLine().getOut().println(shared.json() ? payload : "genuine: " + payload);
        return ExitCode.YES;
    }
}
