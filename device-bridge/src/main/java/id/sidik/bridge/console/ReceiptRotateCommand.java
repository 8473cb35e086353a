package id.sidik.bridge.console;

import com.google.protobuf.Timestamp;
import id.sidik.eligibility.v1.RotateReceiptKeyRequest;
import id.sidik.eligibility.v1.RotateReceiptKeyResponse;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rotate",
        description =
                "Makes the key that signs receipts from a moment on. Let every facility fetch the key set before then.")
final class ReceiptRotateCommand extends ServiceCommand {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "2026-04-01T00:00:00Z, at most 90 days ahead (default: at once).")
    private Optional<Instant> from = Optional.empty();

    @Override
    protected int run(Services services) {
        RotateReceiptKeyRequest.Builder request = RotateReceiptKeyRequest.newBuilder();
        from.ifPresent(moment -> request.setActiveFrom(Timestamp.newBuilder().setSeconds(moment.getEpochSecond())));
        RotateReceiptKeyResponse response = services.receipts().rotateReceiptKey(request.build());
        answer(
                response,
                "key " + response.getKeyId() + " signs from "
                        + Instant.ofEpochSecond(response.getActiveFrom().getSeconds()));
        return ExitCode.YES;
    }
}
