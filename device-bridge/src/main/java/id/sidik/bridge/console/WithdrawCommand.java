package id.sidik.bridge.console;

import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.eligibility.v1.WithdrawFingersResponse;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "withdraw", description = "Destroys a member's fingers. The member and the audit remain.")
final class WithdrawCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for the audit: 1 to 200 characters.")
    private String reason = "";

    @Override
    protected int run(Services services) {
        WithdrawFingersResponse response = services.gate()
                .withdrawFingers(WithdrawFingersRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setReason(reason)
                        .build());
        answer(
                response,
                String.format(Locale.ROOT, "withdrawn: %d reference(s) destroyed", response.getWithdrawnReferences()));
        return ExitCode.YES;
    }
}
