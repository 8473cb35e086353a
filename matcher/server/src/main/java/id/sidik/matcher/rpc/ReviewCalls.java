package id.sidik.matcher.rpc;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.Minutia;
import id.sidik.biometrics.v1.MinutiaPair;
import id.sidik.biometrics.v1.PrintAbsence;
import id.sidik.biometrics.v1.PrintComparison;
import id.sidik.biometrics.v1.PrintMap;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.review.LaidOver;
import id.sidik.matcher.review.PrintReview;
import id.sidik.matcher.review.Review;
import id.sidik.matcher.review.ReviewOutcome;
import id.sidik.matcher.v1.ComparePrintsRequest;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.matcher.v1.SealSamplesRequest;
import id.sidik.matcher.v1.SealSamplesResponse;
import java.util.List;
import java.util.stream.IntStream;

/** Prints for officers to look at, and prints of people who are held up. */
public final class ReviewCalls {
    private final PrintReview review;
    private final String algorithm;

    /** @param algorithm comparator and version, for answers */
    public ReviewCalls(PrintReview review, String algorithm) {
        this.review = review;
        this.algorithm = algorithm;
    }

    SealSamplesResponse seal(SealSamplesRequest request, Patience patience) throws InterruptedException {
        byte[] sealed = review.seal(
                RequestReading.label(request.getLabel()),
                RequestReading.samples(request.getSamplesList(), MatcherRpc.ENROL_SAMPLES_MAX),
                patience);
        return SealSamplesResponse.newBuilder()
                .setSealed(ByteString.copyFrom(sealed))
                .build();
    }

    ComparePrintsResponse compare(ComparePrintsRequest request, Patience patience) throws InterruptedException {
        String reference = RequestReading.subjectId(request.getReferenceSubjectId());
        var finger = RequestReading.finger(request.getFingerValue());
        Review found = switch (request.getProbeCase()) {
            case PROBE_SUBJECT_ID ->
                review.ofSubjects(RequestReading.subjectId(request.getProbeSubjectId()), reference, finger, patience);
            case PROBE_SAMPLES ->
                review.ofSealed(
                        RequestReading.label(request.getProbeSamples().getLabel()),
                        request.getProbeSamples().getSealed().toByteArray(),
                        reference,
                        finger,
                        patience);
            case PROBE_NOT_SET ->
                throw new InvalidRequestException(
                        "PROBE_MISSING", "say whose prints are compared: probe_subject_id or probe_samples");
        };
        return written(found);
    }

    private ComparePrintsResponse written(Review found) {
        ComparePrintsResponse.Builder response = ComparePrintsResponse.newBuilder()
                .addAllFingers(
                        found.fingers().stream().map(AnswerWriting::finger).toList());
        switch (found.outcome()) {
            case ReviewOutcome.Shown(LaidOver prints) -> response.setComparison(comparison(prints));
            case ReviewOutcome.ProbeAbsent _ -> response.setAbsence(PrintAbsence.PROBE_ABSENT);
            case ReviewOutcome.ReferenceAbsent _ -> response.setAbsence(PrintAbsence.REFERENCE_ABSENT);
            case ReviewOutcome.ProbeUnreadable _ -> response.setAbsence(PrintAbsence.PROBE_UNREADABLE);
            case ReviewOutcome.Unexplained _ -> response.setAbsence(PrintAbsence.ENGINE_EXPLAINS_NOTHING);
        }
        return response.build();
    }

    private PrintComparison comparison(LaidOver prints) {
        Explanation explanation = prints.explanation();
        return PrintComparison.newBuilder()
                .setProbe(map(AnswerWriting.finger(prints.probeFinger()), prints.probe(), explanation.probeUnpaired()))
                .setReference(map(
                        AnswerWriting.finger(prints.referenceFinger()),
                        prints.reference(),
                        explanation.referenceUnpaired()))
                .addAllPairs(explanation.pairs().stream()
                        .map(pair -> MinutiaPair.newBuilder()
                                .setProbe(pair.probeMinutia())
                                .setReference(pair.referenceMinutia())
                                .setLikelihood(pair.likelihood())
                                .build())
                        .toList())
                .setProbeScale(explanation.probeScale())
                .setTurnDeg(explanation.turnDeg())
                .setShiftXPx(explanation.shiftXPx())
                .setShiftYPx(explanation.shiftYPx())
                .setScore(explanation.score())
                .setFmr(prints.fmr())
                .setAlgorithm(algorithm)
                .build();
    }

    private static PrintMap map(FingerPosition finger, FingerFeatures print, List<Integer> unpaired) {
        Minutiae minutiae = print.minutiae();
        return PrintMap.newBuilder()
                .setFinger(finger)
                .setWidthPx(print.widthPx())
                .setHeightPx(print.heightPx())
                .addAllMinutiae(IntStream.range(0, minutiae.count())
                        .mapToObj(number -> minutia(minutiae, number))
                        .toList())
                .addAllUnpaired(unpaired)
                .build();
    }

    private static Minutia minutia(Minutiae minutiae, int number) {
        return Minutia.newBuilder()
                .setXPx(minutiae.x(number))
                .setYPx(minutiae.y(number))
                .setDirectionDeg((float) Math.toDegrees(minutiae.direction(number)))
                .setKindValue(minutiae.type(number).code()) // the numbers are those of ISO/IEC 19794-2 in both
                .build();
    }
}
