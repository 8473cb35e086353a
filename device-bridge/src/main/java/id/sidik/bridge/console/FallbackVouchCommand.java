package id.sidik.bridge.console;

import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "vouch",
        description =
                "An officer vouches for the person, or says no. Exit code 1: a second officer must vouch, or it failed.")
final class FallbackVouchCommand extends ServiceCommand {
    @Parameters(paramLabel = "FALLBACK", description = "The id of the fallback.")
    private String fallback = "";

    @Option(
            names = "--token",
            required = true,
            paramLabel = "FILE",
            description = "The officer's access token: a certificate names nobody in particular.")
    private Path token = Path.of("");

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit.")
    private String reason = "";

    @Option(names = "--refuse", description = "Say no.")
    private boolean refuse;

    @Override
    protected int run(Services services) {
        FallbackRecord state = services.fallbacks(TextFile.read(token).strip())
                .vouchFallback(VouchFallbackRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setFallbackId(fallback)
                        .setApprove(!refuse)
                        .setReason(reason)
                        .build())
                .getFallback();
        answer(state, CaseText.of(state));
        return state.getState() == FallbackRecord.State.PASSED ? ExitCode.YES : ExitCode.NO;
    }
}
