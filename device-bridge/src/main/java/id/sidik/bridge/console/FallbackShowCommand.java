package id.sidik.bridge.console;

import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.GetFallbackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows one fallback.")
final class FallbackShowCommand extends ServiceCommand {
    @Parameters(paramLabel = "FALLBACK", description = "The id of the fallback.")
    private String fallback = "";

    @Override
    protected int run(Services services) {
        FallbackRecord found = services.fallbacks()
                .getFallback(
                        GetFallbackRequest.newBuilder().setFallbackId(fallback).build())
                .getFallback();
        answer(found, CaseText.of(found));
        return ExitCode.YES;
    }
}
