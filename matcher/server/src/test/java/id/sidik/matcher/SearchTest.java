package id.sidik.matcher;

import static id.sidik.matcher.JourneyTest.assertEnrolled;
import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SearchResult;
import id.sidik.matcher.v1.Candidate;
import id.sidik.matcher.v1.CoverageNeed;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.IdentifyResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.SearchCounts;
import id.sidik.matcher.v1.Sex;
import id.sidik.matcher.v1.SubjectFilter;
import id.sidik.matcher.v1.SubjectTraits;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches among some, within a time, and for callers who go away. */
class SearchTest {
    private static final SubjectTraits WOMAN_OF_1990 = SubjectTraits.newBuilder()
            .setSex(Sex.FEMALE)
            .setBirthYear(1990)
            .setRegion("31.74")
            .addGalleries("pensioners")
            .build();

    @TempDir
    private Path data;

    @Test
    void searchesAmongThoseWhoMayBeMeantAlsoAfterARestart() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrol(stub, "woman", 1, WOMAN_OF_1990);
            enrol(stub, "nobody-knows", 2, SubjectTraits.getDefaultInstance());
            assertFiltersAreHeeded(stub);
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            assertFiltersAreHeeded(matcher.eligibility());
        }
    }

    private static void assertFiltersAreHeeded(MatcherServiceBlockingStub stub) {
        assertThat(found(stub, 1, SubjectFilter.getDefaultInstance())).containsExactly("woman");
        SubjectFilter women = filter().setSex(Sex.FEMALE).build();
        assertThat(found(stub, 1, women)).containsExactly("woman");
        assertThat(found(stub, 2, women)).as("of unknown sex").containsExactly("nobody-knows");
        assertThat(found(stub, 1, filter().setSex(Sex.MALE).build())).isEmpty();
        assertThat(found(stub, 1, born(1985, 1990))).containsExactly("woman");
        assertThat(found(stub, 1, born(1991, 2000))).isEmpty();
        assertThat(found(
                        stub,
                        1,
                        filter().addRegions("31.74").addRegions("32.01").build()))
                .containsExactly("woman");
        assertThat(found(stub, 1, filter().addRegions("32.01").build())).isEmpty();
        SubjectFilter pensioners = filter().setGallery("pensioners").build();
        assertThat(found(stub, 1, pensioners)).containsExactly("woman");
        assertThat(found(stub, 2, pensioners)).as("not in the named gallery").isEmpty();
    }

    @Test
    void whatIsLearntOfASubjectLaterWinsAndIsKept() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrol(stub, "woman", 1, WOMAN_OF_1990);
            enrol(
                    stub,
                    "woman",
                    2,
                    SubjectTraits.newBuilder().setBirthYear(1972).build());
            assertThat(found(stub, 1, born(1970, 1975))).containsExactly("woman");
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertThat(found(stub, 1, born(1970, 1975))).containsExactly("woman");
            assertThat(found(stub, 1, born(1990, 1990))).isEmpty();
            assertThat(found(stub, 1, filter().setSex(Sex.MALE).build())).isEmpty();
        }
    }

    @Test
    void saysHowManyItConsideredInWhichVersion() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrol(stub, "woman", 1, WOMAN_OF_1990);
            enrol(stub, "another", 2, WOMAN_OF_1990);
            IdentifyResponse all = stub.identify(search(1).build());
            assertThat(all.getSubjectsConsidered()).isEqualTo(2);
            assertThat(all.getPartial()).isFalse();
            assertThat(stub.identify(search(1)
                                    .setFilter(filter().setSex(Sex.MALE))
                                    .build())
                            .getSubjectsConsidered())
                    .isZero();
            enrol(stub, "third", 3, WOMAN_OF_1990);
            assertThat(stub.identify(search(1).build()).getGalleryVersion()).isGreaterThan(all.getGalleryVersion());
            SearchCounts counts = counts(stub);
            assertThat(counts.getEnded()).isEqualTo(3);
            assertThat(counts.getPartial()).isZero();
            assertThat(counts.getUnderWay()).isZero();
        }
    }

    @Test
    void aSearchThatRanOutOfTimeIsNeverReadAsNobody() {
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of(), HastySearches::new)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            enrol(stub, "woman", 1, WOMAN_OF_1990);

            assertRefused("GALLERY_INCOMPLETE", () -> stub.identify(search(1).build()));
            IdentifyResponse partial =
                    stub.identify(search(1).setCoverageNeed(CoverageNeed.ANY).build());
            assertThat(partial.getPartial()).isTrue();
            assertThat(partial.getCoverage().getComplete()).isFalse();
            assertRefused(
                    "GALLERY_INCOMPLETE",
                    () -> stub.enrol(enrolment("enrol-twin", "twin", DuplicateSearch.REQUIRED, synthetic(1, 1))));
            assertThat(stub.galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getSubjects())
                    .isEqualTo(1);
            assertThat(counts(stub).getPartial()).isEqualTo(3);
        }
    }

    @Test
    void theBudgetOfASearchIsItsTimeLimit() {
        AtomicReference<Duration> limit = new AtomicReference<>();
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of(), behind -> new GalleryLens(behind) {
            @Override
            public SearchResult search(SearchRequest request) throws InterruptedException {
                limit.set(request.timeLimit());
                return super.search(request);
            }
        })) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            var _ = stub.identify(search(1).setSearchBudgetMillis(1_500).build());
            assertThat(limit.get()).isEqualTo(Duration.ofMillis(1_500));
            var _ = stub.identify(search(1).setSearchBudgetMillis(600_000).build());
            assertThat(limit.get()).as("no more than the deadline leaves").isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void aCallerWhoGoesAwayStopsHerSearch() throws InterruptedException {
        AtomicReference<EndlessSearches> searches = new AtomicReference<>();
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of(), behind -> {
            searches.set(new EndlessSearches(behind));
            return searches.get();
        })) {
            ListenableFuture<IdentifyResponse> answer = MatcherServiceGrpc.newFutureStub(
                            matcher.channel(Role.ELIGIBILITY))
                    .identify(search(1).build());
            searches.get().awaitBegun();
            assertThat(counts(matcher.eligibility()).getUnderWay()).isEqualTo(1);

            answer.cancel(true);

            searches.get().awaitInterrupted();
        }
    }

    @Test
    void aCounterThatGoesAwayStopsTheSearchOfItsEnrolmentAndStoresNothing() throws InterruptedException {
        AtomicReference<EndlessSearches> searches = new AtomicReference<>();
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of(), behind -> {
            searches.set(new EndlessSearches(behind));
            return searches.get();
        })) {
            var answer = MatcherServiceGrpc.newFutureStub(matcher.channel(Role.ELIGIBILITY))
                    .enrol(enrolment("enrol-of-1", "p-1", DuplicateSearch.REQUIRED, synthetic(1, 0)));
            searches.get().awaitBegun();

            answer.cancel(true);

            searches.get().awaitInterrupted();
            assertThat(matcher.eligibility()
                            .galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getStoredReferences())
                    .isZero();
        }
    }

    @Test
    void refusesTraitsAndFiltersThatNobodyCanMean() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            MatcherServiceBlockingStub stub = matcher.eligibility();
            assertRefused(
                    "TRAITS_INVALID",
                    () -> enrol(
                            stub,
                            "p-1",
                            1,
                            SubjectTraits.newBuilder().setBirthYear(19).build()));
            assertRefused(
                    "TRAITS_INVALID",
                    () -> enrol(
                            stub,
                            "p-1",
                            1,
                            SubjectTraits.newBuilder().setSexValue(9).build()));
            assertRefused(
                    "TRAITS_INVALID",
                    () -> enrol(
                            stub,
                            "p-1",
                            1,
                            SubjectTraits.newBuilder()
                                    .setRegion("so long a region")
                                    .build()));
            assertRefused("FILTER_INVALID", () -> found(stub, 1, born(2000, 1990)));
            assertRefused("FILTER_INVALID", () -> found(stub, 1, born(1990, 0)));
            assertRefused(
                    "FILTER_INVALID",
                    () -> found(stub, 1, filter().setGallery("?").build()));
            assertRefused(
                    "SEARCH_BUDGET_OUT_OF_RANGE",
                    () -> stub.identify(search(1).setSearchBudgetMillis(600_001).build()));
        }
    }

    /** Its searches have no time. */
    private static final class HastySearches extends GalleryLens {
        HastySearches(Gallery behind) {
            super(behind);
        }

        @Override
        public SearchResult search(SearchRequest request) throws InterruptedException {
            return super.search(SearchRequest.of(
                            request.probes(), request.targetFpir(), request.candidatesMax(), Duration.ofNanos(1))
                    .among(request.filter()));
        }
    }

    private static void enrol(MatcherServiceBlockingStub stub, String subjectId, long seed, SubjectTraits traits) {
        assertEnrolled(stub.enrol(
                enrolment("enrol-" + subjectId + seed, subjectId, DuplicateSearch.SKIP, synthetic(seed, 0)).toBuilder()
                        .setTraits(traits)
                        .build()));
    }

    private static List<String> found(MatcherServiceBlockingStub stub, long seed, SubjectFilter filter) {
        return stub.identify(search(seed).setFilter(filter).build()).getCandidatesList().stream()
                .map(Candidate::getSubjectId)
                .toList();
    }

    private static IdentifyRequest.Builder search(long seed) {
        return IdentifyRequest.newBuilder().addSamples(synthetic(seed, 1));
    }

    private static SubjectFilter.Builder filter() {
        return SubjectFilter.newBuilder();
    }

    private static SubjectFilter born(int first, int last) {
        return filter().setBirthYearFirst(first).setBirthYearLast(last).build();
    }

    private static SearchCounts counts(MatcherServiceBlockingStub stub) {
        return stub.galleryStatus(GalleryStatusRequest.getDefaultInstance()).getSearches();
    }

    private static void assertRefused(String reason, Runnable call) {
        assertThatThrownBy(call::run)
                .satisfies(e -> assertThat(RpcError.reasonOf(e)).hasValue(reason));
    }
}
