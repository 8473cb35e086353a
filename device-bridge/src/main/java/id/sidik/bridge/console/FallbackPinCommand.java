package id.sidik.bridge.console;

import id.sidik.eligibility.v1.SetPinRequest;
import id.sidik.eligibility.v1.SetPinResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "pin", description = "Sets the PIN of a member's card, which is asked for and not echoed.")
final class FallbackPinCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(
            names = "--pin",
            required = true,
            interactive = true,
            arity = "0..1",
            paramLabel = "PIN",
            description = "6 digits.")
    private String pin = "";

    @Override
    protected int run(Services services) {
        SetPinResponse response = services.fallbacks()
                .setPin(SetPinRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setPin(pin)
                        .build());
        answer(response, "the PIN is set");
        return ExitCode.YES;
    }
}
