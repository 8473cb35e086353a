package id.sidik.bridge.console;

import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.EnrolFingersResponse;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.HeldForAdjudication;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.Segment;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "enrol",
        description =
                "Enrols fingers from image files: registers the member, or adds fingers to one who is registered.",
        footer = "Exit code 1: nothing was enrolled, because the fingers look like somebody else's or are too poor.")
final class EnrolCommand extends ServiceCommand {
    @Option(names = "--nid", required = true, paramLabel = "NID", description = "The 16-digit national ID number.")
    private String nid = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Full name; needed for a member who is new.")
    private String name = "";

    @Option(
            names = "--segment",
            paramLabel = "SEGMENT",
            defaultValue = "wage-earner",
            description = "wage-earner, informal, construction or migrant (default: ${DEFAULT-VALUE}).")
    private String segment = "";

    @Option(
            names = "--consent",
            required = true,
            description = "States that the person has consented to the use of these fingers (UU 27/2022). Required.")
    private boolean consent;

    @Mixin
    private SampleOptions fingers = new SampleOptions();

    @Override
    protected int run(Services services) {
        List<Sample> samples = fingers.samples();
        return isRegistered(services) ? addFingers(services, samples) : register(services, samples);
    }

    private boolean isRegistered(Services services) {
        try {
            services.gate().getMember(GetMemberRequest.newBuilder().setNid(nid).build());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private int register(Services services, List<Sample> samples) {
        if (name.isBlank()) {
            throw new UnusableInputException("this NID is not registered yet; give the person's --name");
        }
        RegisterMemberResponse response = services.gate()
                .registerMember(RegisterMemberRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .setFullName(name)
                        .setSegment(Words.parse(Segment.class, segment, "--segment"))
                        .addAllSamples(samples)
                        .setBiometricConsent(consent)
                        .build());
        String sentence = switch (response.getOutcomeCase()) {
            case REGISTERED ->
                "registered and enrolled; " + qualities(response.getRegistered().getQualitiesList())
                        + (response.getRegistered().getWarningsCount() == 0
                                ? ""
                                : "; warnings: "
                                        + String.join(
                                                ", ", response.getRegistered().getWarningsList()));
            case HELD -> held(response.getHeld());
            case TOO_POOR -> tooPoor(response.getTooPoor().getQualitiesList());
            case OUTCOME_NOT_SET -> throw new IllegalStateException("the gate gave no outcome");
        };
        answer(response, sentence);
        return response.hasRegistered() ? ExitCode.YES : ExitCode.NO;
    }

    private int addFingers(Services services, List<Sample> samples) {
        EnrolFingersResponse response = services.gate()
                .enrolFingers(EnrolFingersRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setNid(nid)
                        .addAllSamples(samples)
                        .setBiometricConsent(consent)
                        .build());
        String sentence = switch (response.getOutcomeCase()) {
            case ENROLLED ->
                "enrolled for a member who was registered already; "
                        + qualities(response.getEnrolled().getQualitiesList());
            case HELD -> held(response.getHeld());
            case TOO_POOR -> tooPoor(response.getTooPoor().getQualitiesList());
            case OUTCOME_NOT_SET -> throw new IllegalStateException("the gate gave no outcome");
        };
        answer(response, sentence);
        return response.hasEnrolled() ? ExitCode.YES : ExitCode.NO;
    }

    private static String held(HeldForAdjudication held) {
        return String.format(
                Locale.ROOT,
                "held for adjudication: looks like %d other member(s); nothing was enrolled; case %s",
                held.getCandidateCount(),
                held.getCaseId());
    }

    private static String tooPoor(List<SampleQuality> qualities) {
        return "too poor to enrol, capture again; " + qualities(qualities);
    }

    private static String qualities(List<SampleQuality> qualities) {
        return "quality "
                + qualities.stream()
                        .map(quality -> quality.getCauseValue() == 0
                                ? Integer.toString(quality.getScore())
                                : quality.getScore() + " (" + Words.of(quality.getCause()) + ")")
                        .collect(Collectors.joining(", "));
    }
}
