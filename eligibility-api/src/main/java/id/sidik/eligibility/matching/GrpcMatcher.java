package id.sidik.eligibility.matching;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.eligibility.matching.MatcherUnavailableException.Why;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.matcher.v1.Candidate;
import id.sidik.matcher.v1.ComparePrintsRequest;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.matcher.v1.CopyStoreRequest;
import id.sidik.matcher.v1.CoverageNeed;
import id.sidik.matcher.v1.DeduplicateRequest;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.IdentifyResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.ReleaseReferencesRequest;
import id.sidik.matcher.v1.ReleasedSubject;
import id.sidik.matcher.v1.SealSamplesRequest;
import id.sidik.matcher.v1.SealedSamples;
import id.sidik.matcher.v1.StoredReference;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.wire.rpc.PeerLink;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The matcher at the other end of a link. */
public final class GrpcMatcher implements Matcher {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcMatcher.class);
    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(2);
    /** INVALID_ARGUMENT for these is a bug of ours and no fault of a sample. */
    private static final Set<String> OUR_OWN_MISTAKES = Set.of(
            "SUBJECT_ID_INVALID",
            "IDEMPOTENCY_KEY_INVALID",
            "DEADLINE_MISSING",
            "TRAITS_INVALID",
            "FILTER_INVALID",
            "SEARCH_BUDGET_OUT_OF_RANGE");

    private static final Set<String> JOB_REFUSALS = Set.of("JOB_SETTINGS_DIFFER", "PAIRS_TOO_MANY");

    private static final int RELEASED_AT_ONCE_MAX = 100;

    private final PeerLink link;

    public GrpcMatcher(PeerLink link) {
        this.link = link;
    }

    @Override
    public Verification verify(SubjectId subject, Samples probes, double targetFmr, Duration patience) {
        VerifyRequest request = VerifyRequest.newBuilder()
                .setSubjectId(subject.value())
                .addAllSamples(probes.messages())
                .setTargetFmr(targetFmr)
                .build();
        return verification(call(patience, matcher -> matcher.verify(request)));
    }

    private static Verification verification(VerifyResponse response) {
        return switch (response.getOutcome()) {
            case MATCH -> compared(response, true);
            case NON_MATCH -> compared(response, false);
            case NOT_ENROLLED -> new Verification.NoReference();
            case PROBE_TOO_POOR -> new Verification.TooPoor(response.getQualitiesList());
            case VERIFY_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> throw unknownAnswer(response.getOutcomeValue());
        };
    }

    private static Verification compared(VerifyResponse response, boolean match) {
        if (match && response.getFmr() > response.getTargetFmr()) {
            throw new IllegalStateException("The matcher calls a match what is above its own target");
        }
        return new Verification.Compared(
                match,
                response.getFmr(),
                response.getTargetFmr(),
                response.getAlgorithm(),
                response.getQualitiesList());
    }

    @Override
    public Identification identify(Samples probes, SearchTerms terms, Duration patience) {
        IdentifyRequest request = IdentifyRequest.newBuilder()
                .addAllSamples(probes.messages())
                .setTargetFpir(terms.targetFpir())
                .setCandidatesMax(terms.candidatesMax())
                .setCoverageNeed(terms.budget().isPresent() ? CoverageNeed.ANY : CoverageNeed.ALL)
                .setFilter(TraitMessages.filter(terms.filter()))
                .setSearchBudgetMillis(
                        (int) terms.budget().map(Duration::toMillis).orElse(0L).longValue())
                .build();
        IdentifyResponse response = call(patience, matcher -> matcher.identify(request));
        return new Identification(
                candidates(response.getCandidatesList()),
                response.getCoverage(),
                response.getTargetFpir(),
                Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(response.getSearchMicros())),
                response.getPartial(),
                response.getGalleryVersion(),
                response.getSubjectsConsidered());
    }

    @Override
    public Enrolment enrol(String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience) {
        return enrol(enrolment(key, subject, traits, samples, DuplicateSearch.REQUIRED), patience);
    }

    @Override
    public Enrolment enrolUnsearched(
            String key, SubjectId subject, SubjectTraits traits, Samples samples, Duration patience) {
        return enrol(enrolment(key, subject, traits, samples, DuplicateSearch.SKIP), patience);
    }

    private static EnrolRequest enrolment(
            String key, SubjectId subject, SubjectTraits traits, Samples samples, DuplicateSearch search) {
        return EnrolRequest.newBuilder()
                .setIdempotencyKey(key)
                .setSubjectId(subject.value())
                .setTraits(TraitMessages.traits(traits))
                .addAllSamples(samples.messages())
                .setDuplicateSearch(search)
                .build();
    }

    private Enrolment enrol(EnrolRequest request, Duration patience) {
        EnrolResponse response = call(patience, matcher -> matcher.enrol(request));
        return switch (response.getOutcomeCase()) {
            case ENROLLED ->
                new Enrolment.Enrolled(response.getEnrolled().getReferencesList().stream()
                        .map(StoredReference::getQuality)
                        .toList());
            case DUPLICATES_SUSPECTED ->
                new Enrolment.DuplicatesSuspected(
                        candidates(response.getDuplicatesSuspected().getCandidatesList()));
            case TOO_POOR -> new Enrolment.TooPoor(response.getTooPoor().getQualitiesList());
            case OUTCOME_NOT_SET ->
                throw unknownAnswer(response.getOutcomeCase().getNumber());
        };
    }

    private static List<MatchCandidate> candidates(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new MatchCandidate(
                        new SubjectId(candidate.getSubjectId()), candidate.getFmr(), candidate.getFpir()))
                .toList();
    }

    @Override
    public int withdraw(String key, SubjectId subject, Duration patience) {
        WithdrawRequest request = WithdrawRequest.newBuilder()
                .setIdempotencyKey(key)
                .setSubjectId(subject.value())
                .build();
        return call(patience, matcher -> matcher.withdraw(request)).getWithdrawnReferences();
    }

    @Override
    public Iterator<DuplicateFinding> deduplicate(DuplicateJob job) {
        DeduplicateRequest request = DeduplicateRequest.newBuilder()
                .setJobId(job.jobId())
                .setTargetFpir(job.targetFpir())
                .setSameFingerOnly(job.sameFingerOnly())
                .setPairsReceived(job.pairsReceived())
                .build();
        // in the context of the incoming call, with its deadline and its end
        return new DuplicateFindings(
                MatcherServiceGrpc.newBlockingStub(link.channel()).deduplicate(request), GrpcMatcher::jobFailure);
    }

    @Override
    public long copyReferences(String copyId, Duration patience) {
        CopyStoreRequest request =
                CopyStoreRequest.newBuilder().setCopyId(copyId).build();
        return call(patience, matcher -> matcher.copyStore(request)).getReferences();
    }

    @Override
    public List<ReleasedTemplates> release(List<SubjectId> subjects, Duration patience) {
        List<ReleasedTemplates> released = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += RELEASED_AT_ONCE_MAX) {
            List<SubjectId> some = subjects.subList(from, Math.min(subjects.size(), from + RELEASED_AT_ONCE_MAX));
            ReleaseReferencesRequest request = ReleaseReferencesRequest.newBuilder()
                    .addAllSubjectIds(some.stream().map(SubjectId::value).toList())
                    .build();
            List<ReleasedSubject> answers = call(patience, matcher -> matcher.releaseReferences(request))
                    .getSubjectsList();
            requireSame(some, answers);
            answers.forEach(answer -> released.add(new ReleasedTemplates(answer.getReferencesList())));
        }
        return released;
    }

    private static void requireSame(List<SubjectId> asked, List<ReleasedSubject> answers) {
        if (!answers.stream()
                .map(answer -> new SubjectId(answer.getSubjectId()))
                .toList()
                .equals(asked)) {
            throw new IllegalStateException("The matcher released templates of others than were asked for");
        }
    }

    @Override
    public Optional<HeldPrints> hold(String caseId, Samples samples, Duration patience) {
        SealSamplesRequest request = SealSamplesRequest.newBuilder()
                .setLabel(caseId)
                .addAllSamples(samples.messages())
                .build();
        ByteString sealed =
                call(patience, matcher -> matcher.sealSamples(request)).getSealed();
        return sealed.isEmpty() ? Optional.empty() : Optional.of(new HeldPrints(caseId, sealed.toByteArray()));
    }

    @Override
    public PrintReview review(ProbePrints probe, SubjectId reference, FingerPosition finger, Duration patience) {
        ComparePrintsRequest.Builder request = ComparePrintsRequest.newBuilder()
                .setReferenceSubjectId(reference.value())
                .setFinger(finger);
        switch (probe) {
            case ProbePrints.Enrolled(SubjectId subject) -> request.setProbeSubjectId(subject.value());
            case ProbePrints.Held(HeldPrints prints) ->
                request.setProbeSamples(SealedSamples.newBuilder()
                        .setLabel(prints.caseId())
                        .setSealed(ByteString.copyFrom(prints.sealed())));
        }
        ComparePrintsResponse response = call(patience, matcher -> matcher.comparePrints(request.build()));
        if (response.getOutcomeCase() == ComparePrintsResponse.OutcomeCase.OUTCOME_NOT_SET) {
            throw unknownAnswer(response.getOutcomeCase().getNumber());
        }
        return new PrintReview(response);
    }

    @Override
    public MatcherStanding standing() {
        try {
            return standingOf(
                    call(STATUS_PATIENCE, matcher -> matcher.galleryStatus(GalleryStatusRequest.getDefaultInstance())));
        } catch (MatcherUnavailableException e) {
            return MatcherStanding.ABSENT;
        }
    }

    private static MatcherStanding standingOf(GalleryStatusResponse status) {
        return new MatcherStanding(
                status.getState() == GalleryState.SERVING,
                status.getLoadProgress(),
                status.getIndexedReferences(),
                status.getSubjects());
    }

    /** Outside the context of the incoming call, whose end must not leave us wondering what the matcher did. */
    private <T> T call(Duration patience, Function<MatcherServiceBlockingStub, T> method) {
        Context detached = Context.ROOT.attach();
        try {
            return method.apply(MatcherServiceGrpc.newBlockingStub(link.channel())
                    .withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (StatusRuntimeException e) {
            throw failure(e);
        } finally {
            Context.ROOT.detach(detached);
        }
    }

    private static RuntimeException failure(StatusRuntimeException e) {
        String reason = RpcError.reasonOf(e).orElse("");
        if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT
                && !reason.isEmpty()
                && !OUR_OWN_MISTAKES.contains(reason)) {
            return new SampleRefusedException(
                    reason, String.valueOf(e.getStatus().getDescription()), RpcError.metadataOf(e));
        }
        if (JOB_REFUSALS.contains(reason)) {
            return new JobRefusedException(
                    reason,
                    String.valueOf(e.getStatus().getDescription()),
                    e.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED);
        }
        LOG.warn("The matcher did not answer: {} {}", e.getStatus().getCode(), reason);
        return new MatcherUnavailableException(
                "the matcher did not answer: " + e.getStatus().getCode() + " " + reason,
                switch (reason) {
                    case "GALLERY_INCOMPLETE" -> Why.GALLERY_INCOMPLETE;
                    case "OVERLOADED" -> Why.OVERLOADED;
                    default -> Why.NO_ANSWER;
                },
                e);
    }

    /** One job runs at a time, and that another one runs is no fault of the matcher's. */
    private static RuntimeException jobFailure(StatusRuntimeException e) {
        return RpcError.reasonOf(e).filter("OVERLOADED"::equals).isPresent()
                ? new JobRefusedException(
                        "OVERLOADED", String.valueOf(e.getStatus().getDescription()), true)
                : failure(e);
    }

    private static IllegalStateException unknownAnswer(int number) {
        return new IllegalStateException("The matcher gives an answer that this gate does not know: " + number);
    }
}
