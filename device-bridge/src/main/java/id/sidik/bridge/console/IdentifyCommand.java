package id.sidik.bridge.console;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "identify",
        description = "Searches for the member that fingers belong to. Exit code 0: candidates found, 1: none.")
final class IdentifyCommand extends ServiceCommand {
    @Option(
            names = "--candidates",
            paramLabel = "N",
            defaultValue = "5",
            description = "At most so many candidates (default: ${DEFAULT-VALUE}).")
    private int candidatesMax;

    @Option(
            names = "--target-fpir",
            paramLabel = "RATE",
            defaultValue = "0",
            description =
                    "The false positive identification rate to decide at, such as 1e-3 (default: the service's own).")
    private double targetFpir;

    @Mixin
    private SampleOptions fingers = new SampleOptions();

    @Override
    protected int run(Services services) {
        List<Sample> samples = fingers.samples();
        IdentifyMemberResponse response = services.gate()
                .identifyMember(IdentifyMemberRequest.newBuilder()
                        .addAllSamples(samples)
                        .setTargetFpir(targetFpir)
                        .setCandidatesMax(candidatesMax)
                        .build());
        answer(response, sentenceOf(response));
        return response.getCandidatesCount() > 0 ? ExitCode.YES : ExitCode.NO;
    }

    private static String sentenceOf(IdentifyMemberResponse response) {
        String searched = String.format(
                Locale.ROOT,
                "searched %d references in %.1f ms%s",
                response.getCoverage().getSearchedReferences(),
                response.getSearchMicros() / 1e3,
                response.getCoverage().getComplete() ? "" : ", NOT COMPLETE: a part of the gallery did not answer");
        if (response.getCandidatesCount() == 0) {
            return "nobody; " + searched;
        }
        return response.getCandidatesList().stream()
                .map(candidate -> String.format(
                        Locale.ROOT,
                        "%s  %s  false match rate %.2g",
                        candidate.getNid(),
                        candidate.getFullName(),
                        candidate.getFmr()))
                .collect(Collectors.joining("\n", "", "\n" + searched));
    }
}
