package id.sidik.matcher.rpc;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.Coverage;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.engine.gallery.PartitionCoverage;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import id.sidik.matcher.enrolment.EnrolmentOutcome;
import id.sidik.matcher.recognition.IdentificationOutcome;
import id.sidik.matcher.recognition.VerificationOutcome;
import id.sidik.matcher.register.RegisterState;
import id.sidik.matcher.register.RegisterStatus;
import id.sidik.matcher.register.SearchCounts;
import id.sidik.matcher.sample.Impression;
import id.sidik.matcher.v1.CallCounts;
import id.sidik.matcher.v1.Candidate;
import id.sidik.matcher.v1.DuplicatesSuspected;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.Enrolled;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.IdentifyResponse;
import id.sidik.matcher.v1.PartitionStatus;
import id.sidik.matcher.v1.ReleasedReference;
import id.sidik.matcher.v1.ReleasedSubject;
import id.sidik.matcher.v1.SamplesTooPoor;
import id.sidik.matcher.v1.StoredReference;
import id.sidik.matcher.v1.VerifyOutcome;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.wire.limit.CallLimit;
import java.util.List;
import java.util.function.Function;

/** Writes outcomes in the words of the contract. */
final class AnswerWriting {
    private AnswerWriting() {}

    static EnrolResponse enrolment(EnrolmentOutcome outcome) {
        EnrolResponse.Builder response = EnrolResponse.newBuilder();
        switch (outcome) {
            case EnrolmentOutcome.Enrolled(var references) ->
                response.setEnrolled(Enrolled.newBuilder()
                        .addAllReferences(references.stream()
                                .map(AnswerWriting::reference)
                                .toList()));
            case EnrolmentOutcome.DuplicatesSuspected(var search) ->
                response.setDuplicatesSuspected(DuplicatesSuspected.newBuilder()
                        .addAllCandidates(candidates(search))
                        .setCoverage(coverage(search.coverage()))
                        .setGalleryVersion(search.version())
                        .setSubjectsConsidered(search.subjectsConsidered()));
            case EnrolmentOutcome.TooPoor(var qualities) ->
                response.setTooPoor(SamplesTooPoor.newBuilder().addAllQualities(qualities(qualities)));
        }
        return response.build();
    }

    private static StoredReference reference(Impression.Usable impression) {
        return StoredReference.newBuilder()
                .setFinger(finger(impression.reference().finger()))
                .setQuality(quality(impression.quality()))
                .setAlgorithm(impression.reference().template().algorithm())
                .setTemplateBytes(impression.reference().template().sizeBytes())
                .build();
    }

    static ReleasedSubject released(
            String subjectId, List<FingerTemplate> references, Function<Template, byte[]> bytes) {
        return ReleasedSubject.newBuilder()
                .setSubjectId(subjectId)
                .addAllReferences(references.stream()
                        .map(reference -> ReleasedReference.newBuilder()
                                .setFinger(finger(reference.finger()))
                                .setTemplate(SidikTemplate.newBuilder()
                                        .setContent(ByteString.copyFrom(bytes.apply(reference.template()))))
                                .build())
                        .toList())
                .build();
    }

    static VerifyResponse verification(VerificationOutcome outcome, double targetFmr, String algorithm) {
        VerifyResponse.Builder response = VerifyResponse.newBuilder()
                .setTargetFmr(targetFmr)
                .setAlgorithm(algorithm)
                .setFmr(1)
                .addAllQualities(qualities(outcome.qualities()));
        switch (outcome) {
            case VerificationOutcome.Compared compared ->
                response.setOutcome(compared.match() ? VerifyOutcome.MATCH : VerifyOutcome.NON_MATCH)
                        .setFmr(compared.fmr())
                        .setFinger(finger(compared.finger()));
            case VerificationOutcome.NotEnrolled _ -> response.setOutcome(VerifyOutcome.NOT_ENROLLED);
            case VerificationOutcome.ProbeTooPoor _ -> response.setOutcome(VerifyOutcome.PROBE_TOO_POOR);
        }
        return response.build();
    }

    static IdentifyResponse identification(IdentificationOutcome outcome, double targetFpir, String algorithm) {
        IdentifyResponse.Builder response = IdentifyResponse.newBuilder()
                .setTargetFpir(targetFpir)
                .setAlgorithm(algorithm)
                .setSearchMicros(Math.toIntExact(outcome.searchTime().toNanos() / 1_000))
                .addAllQualities(qualities(outcome.qualities()));
        outcome.search()
                .ifPresent(search -> response.addAllCandidates(candidates(search))
                        .setCoverage(coverage(search.coverage()))
                        .setPartial(search.partial())
                        .setGalleryVersion(search.version())
                        .setSubjectsConsidered(search.subjectsConsidered()));
        return response.build();
    }

    private static List<Candidate> candidates(SearchResult search) {
        return search.candidates().stream()
                .map(candidate -> Candidate.newBuilder()
                        .setSubjectId(candidate.subjectId())
                        .setFmr(candidate.fmr())
                        .setFpir(candidate.fpir())
                        .setFinger(finger(candidate.finger()))
                        .build())
                .toList();
    }

    private static Coverage coverage(PartitionCoverage coverage) {
        return Coverage.newBuilder()
                .setPartitionCount(coverage.partitionCount())
                .setVouched(ByteString.copyFrom(coverage.vouched().toByteArray()))
                .setComplete(coverage.complete())
                .setSearchedReferences(coverage.searchedReferences())
                .build();
    }

    static GalleryStatusResponse.Builder status(RegisterStatus status, SearchCounts searches, CallLimit limit) {
        return GalleryStatusResponse.newBuilder()
                .setState(state(status.state()))
                .setFault(status.fault())
                .setLoadProgress(status.loadProgress())
                .setSubjects(status.subjects())
                .setStoredReferences(status.stored())
                .setIndexedReferences(status.indexed())
                .setGalleryVersion(status.galleryVersion())
                .setSearches(id.sidik.matcher.v1.SearchCounts.newBuilder()
                        .setEnded(searches.ended())
                        .setPartial(searches.partial())
                        .setStopped(searches.stopped())
                        .setUnderWay(searches.underWay()))
                .setCalls(CallCounts.newBuilder()
                        .setUnderWay(limit.underWay())
                        .setAtOnceMax(limit.atOnceMax())
                        .setAdmitted(limit.admitted())
                        .setTurnedAway(limit.turnedAway()))
                .addAllPartitions(status.partitions().stream()
                        .map(partition -> PartitionStatus.newBuilder()
                                .setPartition(partition.partition())
                                .setStoredReferences(partition.stored())
                                .setIndexedReferences(partition.indexed())
                                .build())
                        .toList());
    }

    private static GalleryState state(RegisterState state) {
        return switch (state) {
            case LOADING -> GalleryState.LOADING;
            case SERVING -> GalleryState.SERVING;
            case FAULT -> GalleryState.FAULT;
        };
    }

    static FingerPosition finger(id.sidik.engine.template.FingerPosition finger) {
        return FingerPosition.forNumber(finger.isoNumber());
    }

    private static List<SampleQuality> qualities(List<Quality> qualities) {
        return qualities.stream().map(AnswerWriting::quality).toList();
    }

    private static SampleQuality quality(Quality quality) {
        return SampleQuality.newBuilder()
                .setScore(quality.score())
                .setCause(cause(quality.cause()))
                .build();
    }

    private static id.sidik.biometrics.v1.QualityCause cause(QualityCause cause) {
        return switch (cause) {
            case NONE -> id.sidik.biometrics.v1.QualityCause.QUALITY_CAUSE_UNSPECIFIED;
            case NO_FINGER -> id.sidik.biometrics.v1.QualityCause.NO_FINGER;
            case SMALL_AREA -> id.sidik.biometrics.v1.QualityCause.SMALL_AREA;
            case TOO_DRY -> id.sidik.biometrics.v1.QualityCause.TOO_DRY;
            case TOO_WET -> id.sidik.biometrics.v1.QualityCause.TOO_WET;
            case BLURRED -> id.sidik.biometrics.v1.QualityCause.BLURRED;
            case FEW_MINUTIAE -> id.sidik.biometrics.v1.QualityCause.FEW_MINUTIAE;
        };
    }
}
