package id.sidik.bridge.console;

import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.MemberVerification;
import id.sidik.eligibility.v1.VerifyMemberRequest;
import id.sidik.eligibility.v1.VerifyMemberResponse;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Compares fingers with those of one member. Exit code 0: verified, 1: not.")
final class VerifyCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(
            names = "--target-fmr",
            paramLabel = "RATE",
            defaultValue = "0",
            description = "The false match rate to decide at, such as 1e-4 (default: the service's own).")
    private double targetFmr;

    @Mixin
    private SampleOptions fingers = new SampleOptions();

    @Override
    protected int run(Services services) {
        List<Sample> samples = fingers.samples();
        VerifyMemberResponse response = services.gate()
                .verifyMember(VerifyMemberRequest.newBuilder()
                        .setNid(nid)
                        .addAllSamples(samples)
                        .setTargetFmr(targetFmr)
                        .build());
        answer(response, sentenceOf(response));
        return response.getOutcome() == MemberVerification.VERIFIED ? ExitCode.YES : ExitCode.NO;
    }

    private static String sentenceOf(VerifyMemberResponse response) {
        return switch (response.getOutcome()) {
            case VERIFIED, NOT_VERIFIED ->
                String.format(
                        Locale.ROOT,
                        "%s: false match rate %.2g, at most %.2g was asked for (%s)",
                        Words.of(response.getOutcome()).replace('-', ' '),
                        response.getFmr(),
                        response.getTargetFmr(),
                        response.getAlgorithm());
            case NO_REFERENCE -> "not verified: no fingers of this member are enrolled";
            case SAMPLE_TOO_POOR -> "not verified: the images are too poor to compare";
            case MEMBER_VERIFICATION_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalStateException("the gate gave no outcome");
        };
    }
}
