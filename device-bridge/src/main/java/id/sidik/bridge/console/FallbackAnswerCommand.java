package id.sidik.bridge.console;

import id.sidik.eligibility.v1.AnswerFallbackRequest;
import id.sidik.eligibility.v1.FallbackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = "Shows a PIN or a code, which is asked for and not echoed. Exit code 0: right, 1: wrong.")
final class FallbackAnswerCommand extends ServiceCommand {
    @Parameters(paramLabel = "FALLBACK", description = "The id of the fallback.")
    private String fallback = "";

    @Option(
            names = "--pin",
            interactive = true,
            arity = "0..1",
            paramLabel = "PIN",
            description = "The PIN of the card.")
    private String pin = "";

    @Option(
            names = "--code",
            interactive = true,
            arity = "0..1",
            paramLabel = "CODE",
            description = "The code that was sent.")
    private String code = "";

    @Override
    protected int run(Services services) {
        AnswerFallbackRequest.Builder request =
                AnswerFallbackRequest.newBuilder().setIdempotencyKey(newKey()).setFallbackId(fallback);
        AnswerFallbackRequest answered = (pin.isEmpty() ? request.setCode(code) : request.setPin(pin)).build();
        FallbackRecord state = services.fallbacks().answerFallback(answered).getFallback();
        answer(state, CaseText.of(state));
        return state.getState() == FallbackRecord.State.PASSED ? ExitCode.YES : ExitCode.NO;
    }
}
