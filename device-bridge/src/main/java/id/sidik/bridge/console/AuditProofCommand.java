package id.sidik.bridge.console;

import id.sidik.eligibility.v1.GetLogProofRequest;
import id.sidik.eligibility.v1.GetLogProofResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "proof",
        description =
                "Prints a proof that one event is in the log (C2SP tlog-proof), to be kept and checked without the log: 'audit check-proof'.")
final class AuditProofCommand extends ServiceCommand {
    @Parameters(paramLabel = "INDEX", description = "The event, as the receipt's audit_index or 'audit show' says.")
    private long index;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there (NAME.tlog-proof).")
    private Optional<Path> out = Optional.empty();

    @Override
    protected int run(Services services) {
        GetLogProofResponse response = services.log()
                .getLogProof(GetLogProofRequest.newBuilder().setIndex(index).build());
        if (out.isPresent()) {
            write(out.get(), response.getProof());
            answer(response, "the proof of event " + index + " is in " + out.get());
        } else {
            answer(response, response.getProof());
        }
        return ExitCode.YES;
    }

    private static void write(Path file, String proof) {
        try {
            Files.writeString(file, proof);
        } catch (IOException e) {
            throw new UnusableInputException("cannot write the proof to " + file + "; choose another --out", e);
        }
    }
}
