package id.sidik.bridge.console;

import id.sidik.wire.proof.CompactJws;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Prints what a receipt says, without checking it.")
final class ReceiptShowCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Parameters(paramLabel = "RECEIPT", description = "The receipt (a compact JWS), or a file that holds it.")
    private String receipt = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        String jws = ReceiptText.of(receipt);
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3 || jws.length() > CompactJws.CHARS_MAX) {
            throw new UnusableInputException("a receipt has three parts between dots; this has " + parts.length);
        }
        try {
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String printable = payload.replaceAll("\\p{Cntrl}", "?");
            spec.commandLine().getOut().println(shared.json() ? printable : "NOT CHECKED: " + printable);
            return ExitCode.YES;
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("the receipt's second part is not base64url", e);
        }
    }
}
