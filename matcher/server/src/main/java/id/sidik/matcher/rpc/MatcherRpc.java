package id.sidik.matcher.rpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.matcher.enrolment.Enrolment;
import id.sidik.matcher.enrolment.EnrolmentOrder;
import id.sidik.matcher.enrolment.EnrolmentOutcome;
import id.sidik.matcher.enrolment.Withdrawal;
import id.sidik.matcher.limits.Patience;
import id.sidik.matcher.recognition.IdentificationOutcome;
import id.sidik.matcher.recognition.Recognition;
import id.sidik.matcher.recognition.SearchOrder;
import id.sidik.matcher.register.GalleryIncompleteException;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.SearchMeter;
import id.sidik.matcher.release.ReferenceRelease;
import id.sidik.matcher.store.StoreCopies;
import id.sidik.matcher.v1.ComparePrintsRequest;
import id.sidik.matcher.v1.ComparePrintsResponse;
import id.sidik.matcher.v1.CopyStoreRequest;
import id.sidik.matcher.v1.CopyStoreResponse;
import id.sidik.matcher.v1.CoverageNeed;
import id.sidik.matcher.v1.DeduplicateRequest;
import id.sidik.matcher.v1.DeduplicateResponse;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.EnrolResponse;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.IdentifyResponse;
import id.sidik.matcher.v1.ImportOutcome;
import id.sidik.matcher.v1.ImportReferencesRequest;
import id.sidik.matcher.v1.ImportReferencesResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.ReleaseReferencesRequest;
import id.sidik.matcher.v1.ReleaseReferencesResponse;
import id.sidik.matcher.v1.SealSamplesRequest;
import id.sidik.matcher.v1.SealSamplesResponse;
import id.sidik.matcher.v1.VerifyRequest;
import id.sidik.matcher.v1.VerifyResponse;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.matcher.v1.WithdrawResponse;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.rpc.RpcError;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** The matcher's service. Each method reads, asks a journey, and writes; nothing is decided here. */
public final class MatcherRpc extends MatcherServiceGrpc.MatcherServiceImplBase {
    static final int ENROL_SAMPLES_MAX = 20;
    private static final int PROBES_MAX = 10;
    private static final int CANDIDATES_MAX = 100;
    private static final int CANDIDATES_DEFAULT = 10;
    private static final int RELEASED_SUBJECTS_MAX = 100;
    private static final int SEARCH_BUDGET_MILLIS_MAX = 600_000;

    private final Register register;
    private final Enrolment enrolment;
    private final Withdrawal withdrawal;
    private final Recognition recognition;
    private final DeduplicateCalls deduplications;
    private final StoreCopies copies;
    private final ReferenceRelease release;
    private final ReviewCalls reviews;
    private final SearchMeter meter;
    private final CallLimit limit;
    private final TargetRates rates;
    private final String algorithm;
    private final Timestamp startedAt;
    private final Executor importExecutor;

    /**
     * @param limit of the calls, for those who ask how the service is
     * @param algorithm comparator and version, for answers
     * @param importExecutor runs the records of bulk imports, which mostly wait
     */
    public MatcherRpc(
            Register register,
            Enrolment enrolment,
            Withdrawal withdrawal,
            Recognition recognition,
            DeduplicateCalls deduplications,
            StoreCopies copies,
            ReferenceRelease release,
            ReviewCalls reviews,
            SearchMeter meter,
            CallLimit limit,
            TargetRates rates,
            String algorithm,
            Instant startedAt,
            Executor importExecutor) {
        this.register = register;
        this.enrolment = enrolment;
        this.withdrawal = withdrawal;
        this.recognition = recognition;
        this.deduplications = deduplications;
        this.copies = copies;
        this.release = release;
        this.reviews = reviews;
        this.meter = meter;
        this.limit = limit;
        this.rates = rates;
        this.algorithm = algorithm;
        this.startedAt = ProtoTime.of(startedAt);
        this.importExecutor = importExecutor;
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> out) {
        answer(out, () -> {
            EnrolmentOrder order = new EnrolmentOrder(
                    RequestReading.idempotent(request.getIdempotencyKey(), "Enrol", request),
                    RequestReading.subjectId(request.getSubjectId()),
                    SubjectReading.traits(request.getTraits()),
                    RequestReading.samples(request.getSamplesList(), ENROL_SAMPLES_MAX),
                    duplicateFpir(request));
            byte[] response = enrolment.enrol(
                    order, outcome -> AnswerWriting.enrolment(outcome).toByteArray(), CallPatience.current());
            return parsed(EnrolResponse.parser(), response);
        });
    }

    private OptionalDouble duplicateFpir(EnrolRequest request) {
        double targetFpir = RequestReading.targetRate("target_fpir", request.getTargetFpir(), rates.fpir());
        return switch (request.getDuplicateSearch()) {
            case SKIP -> OptionalDouble.empty();
            case REQUIRED -> OptionalDouble.of(targetFpir);
            case DUPLICATE_SEARCH_UNSPECIFIED, UNRECOGNIZED ->
                throw new InvalidRequestException(
                        "DUPLICATE_SEARCH_MISSING",
                        "say in duplicate_search whether others are searched: SKIP or REQUIRED");
        };
    }

    @Override
    public void verify(VerifyRequest request, StreamObserver<VerifyResponse> out) {
        answer(out, () -> {
            double targetFmr = RequestReading.targetRate("target_fmr", request.getTargetFmr(), rates.fmr());
            return AnswerWriting.verification(
                    recognition.verify(
                            RequestReading.subjectId(request.getSubjectId()),
                            RequestReading.samples(request.getSamplesList(), PROBES_MAX),
                            targetFmr,
                            CallPatience.current()),
                    targetFmr,
                    algorithm);
        });
    }

    @Override
    public void identify(IdentifyRequest request, StreamObserver<IdentifyResponse> out) {
        answer(out, () -> {
            double targetFpir = RequestReading.targetRate("target_fpir", request.getTargetFpir(), rates.fpir());
            SearchOrder order = new SearchOrder(
                    targetFpir,
                    candidatesMax(request.getCandidatesMax()),
                    SubjectReading.filter(request.getFilter()),
                    budget(request.getSearchBudgetMillis()));
            IdentificationOutcome outcome = recognition.identify(
                    RequestReading.samples(request.getSamplesList(), PROBES_MAX), order, CallPatience.current());
            if (request.getCoverageNeed() != CoverageNeed.ANY) {
                requireComplete(outcome);
            }
            return AnswerWriting.identification(outcome, targetFpir, algorithm);
        });
    }

    private static int candidatesMax(int requested) {
        if (requested < 0 || requested > CANDIDATES_MAX) {
            throw new InvalidRequestException(
                    "CANDIDATES_MAX_OUT_OF_RANGE",
                    "candidates_max must be 1 to " + CANDIDATES_MAX + ", or 0 for " + CANDIDATES_DEFAULT + ": "
                            + Integer.toUnsignedString(requested));
        }
        return requested == 0 ? CANDIDATES_DEFAULT : requested;
    }

    private static Optional<Duration> budget(int millis) {
        if (millis < 0 || millis > SEARCH_BUDGET_MILLIS_MAX) {
            throw new InvalidRequestException(
                    "SEARCH_BUDGET_OUT_OF_RANGE",
                    "search_budget_millis must be 1 to " + SEARCH_BUDGET_MILLIS_MAX + ", or 0 for none: "
                            + Integer.toUnsignedString(millis));
        }
        return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private static void requireComplete(IdentificationOutcome outcome) {
        outcome.search().filter(SearchResult::partial).ifPresent(search -> {
            throw new GalleryIncompleteException(search.coverage());
        });
    }

    @Override
    public void withdraw(WithdrawRequest request, StreamObserver<WithdrawResponse> out) {
        answer(out, () -> {
            byte[] response = withdrawal.withdraw(
                    RequestReading.idempotent(request.getIdempotencyKey(), "Withdraw", request),
                    RequestReading.subjectId(request.getSubjectId()),
                    count -> WithdrawResponse.newBuilder()
                            .setWithdrawnReferences(count)
                            .build()
                            .toByteArray(),
                    CallPatience.current());
            return parsed(WithdrawResponse.parser(), response);
        });
    }

    @Override
    public void galleryStatus(GalleryStatusRequest request, StreamObserver<GalleryStatusResponse> out) {
        answer(
                out,
                () -> AnswerWriting.status(register.status(), meter.counts(), limit)
                        .setAlgorithm(algorithm)
                        .setStartedAt(startedAt)
                        .build());
    }

    @Override
    public StreamObserver<ImportReferencesRequest> importReferences(StreamObserver<ImportReferencesResponse> out) {
        Patience patience = CallPatience.current();
        ImportStream stream = new ImportStream(
                (ServerCallStreamObserver<ImportReferencesResponse>) out,
                importExecutor,
                request -> imported(request, patience));
        stream.begin();
        return stream;
    }

    private ImportReferencesResponse imported(ImportReferencesRequest request, Patience patience) {
        try {
            EnrolmentOrder order = new EnrolmentOrder(
                    RequestReading.idempotent(request.getIdempotencyKey(), "ImportReferences", request),
                    RequestReading.subjectId(request.getSubjectId()),
                    SubjectReading.traits(request.getTraits()),
                    RequestReading.samples(request.getSamplesList(), ENROL_SAMPLES_MAX),
                    OptionalDouble.empty());
            byte[] response = enrolment.enrol(
                    order, outcome -> importAnswer(request, outcome).toByteArray(), patience);
            return parsed(ImportReferencesResponse.parser(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(request, e);
        } catch (RuntimeException e) {
            return refused(request, e);
        }
    }

    @Override
    public void deduplicate(DeduplicateRequest request, StreamObserver<DeduplicateResponse> out) {
        try {
            deduplications.begin(request, rates.fpir(), (ServerCallStreamObserver<DeduplicateResponse>) out);
        } catch (RuntimeException e) {
            out.onError(StatusMapping.of(e));
        }
    }

    @Override
    public void copyStore(CopyStoreRequest request, StreamObserver<CopyStoreResponse> out) {
        answer(out, () -> {
            if (!StoreCopies.isId(request.getCopyId())) {
                throw new InvalidRequestException("COPY_ID_INVALID", "copy_id must be 32 of [0-9a-f]");
            }
            return CopyStoreResponse.newBuilder()
                    .setReferences(copies.take(request.getCopyId()))
                    .build();
        });
    }

    @Override
    public void releaseReferences(ReleaseReferencesRequest request, StreamObserver<ReleaseReferencesResponse> out) {
        answer(out, () -> {
            if (request.getSubjectIdsCount() < 1 || request.getSubjectIdsCount() > RELEASED_SUBJECTS_MAX) {
                throw new InvalidRequestException(
                        "SUBJECTS_OUT_OF_RANGE",
                        "subject_ids must be 1 to " + RELEASED_SUBJECTS_MAX + ": " + request.getSubjectIdsCount());
            }
            ReleaseReferencesResponse.Builder response = ReleaseReferencesResponse.newBuilder();
            request.getSubjectIdsList().stream()
                    .map(RequestReading::subjectId)
                    .forEach(subject -> response.addSubjects(
                            AnswerWriting.released(subject, release.bestOfEachFinger(subject), release::bytesOf)));
            return response.build();
        });
    }

    @Override
    public void sealSamples(SealSamplesRequest request, StreamObserver<SealSamplesResponse> out) {
        answer(out, () -> reviews.seal(request, CallPatience.current()));
    }

    @Override
    public void comparePrints(ComparePrintsRequest request, StreamObserver<ComparePrintsResponse> out) {
        answer(out, () -> reviews.compare(request, CallPatience.current()));
    }

    private static ImportReferencesResponse importAnswer(ImportReferencesRequest request, EnrolmentOutcome outcome) {
        ImportOutcome imported = switch (outcome) {
            case EnrolmentOutcome.Enrolled _ -> ImportOutcome.STORED;
            case EnrolmentOutcome.TooPoor _ -> ImportOutcome.IMPORT_TOO_POOR;
            case EnrolmentOutcome.DuplicatesSuspected _ ->
                throw new IllegalStateException("an import searches for no duplicates");
        };
        return ImportReferencesResponse.newBuilder()
                .setSubjectId(request.getSubjectId())
                .setOutcome(imported)
                .build();
    }

    private static ImportReferencesResponse refused(ImportReferencesRequest request, Exception failure) {
        StatusRuntimeException status = StatusMapping.of(failure);
        return ImportReferencesResponse.newBuilder()
                .setSubjectId(request.getSubjectId())
                .setOutcome(ImportOutcome.REFUSED)
                .setReason(RpcError.reasonOf(status).orElse(StatusMapping.INTERNAL))
                .setDetail(String.valueOf(status.getStatus().getDescription()))
                .build();
    }

    private static <A> A parsed(Parser<A> parser, byte[] answer) {
        try {
            return parser.parseFrom(answer);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a recorded answer is not of the method that it was recorded for", e);
        }
    }

    private static <A> void answer(StreamObserver<A> out, Callable<A> work) {
        A response;
        try {
            response = work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.onError(StatusMapping.of(e));
            return;
        } catch (Exception e) {
            out.onError(StatusMapping.of(e));
            return;
        }
        out.onNext(response);
        out.onCompleted();
    }
}
