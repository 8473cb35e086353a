package id.sidik.eligibility.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.matching.SubjectTraits;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberResponse;
import id.sidik.eligibility.v1.MemberCandidate;
import id.sidik.eligibility.v1.MemberFilter;
import id.sidik.eligibility.v1.MemberSex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an operator finds by a finger, when she says whom she may mean. */
class RecognitionJourneyTest {
    private static final String FINGER = "siti";
    /** Siti's number says: a woman, born in 1985, issued in 3174. */
    private static final String ELSEWHERE = "3273";

    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        var _ = counter.journeys
                .registration()
                .register(
                        Counter.registration("register-siti", Counter.SITI, FakeMatcher.sample(FINGER)),
                        Counter.operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void findsWhomTheFilterMeansAndNobodyElse() {
        assertThat(found(filter())).containsExactly(Counter.SITI);
        assertThat(found(filter().setSex(MemberSex.FEMALE))).containsExactly(Counter.SITI);
        assertThat(found(filter().setSex(MemberSex.MALE))).isEmpty();
        assertThat(found(filter().setBirthYearFirst(1985).setBirthYearLast(1985)))
                .containsExactly(Counter.SITI);
        assertThat(found(filter().setBirthYearFirst(1986).setBirthYearLast(2000)))
                .isEmpty();
        assertThat(found(filter().addRegions("3174"))).containsExactly(Counter.SITI);
        assertThat(found(filter().addRegions(ELSEWHERE))).isEmpty();
        assertThat(found(filter().addRegions(ELSEWHERE).addRegions("31"))).containsExactly(Counter.SITI);
    }

    private static MemberFilter.Builder filter() {
        return MemberFilter.newBuilder();
    }

    private List<String> found(MemberFilter.Builder filter) {
        return identified(request().setFilter(filter)).getCandidatesList().stream()
                .map(MemberCandidate::getNid)
                .toList();
    }

    private static IdentifyMemberRequest.Builder request() {
        return IdentifyMemberRequest.newBuilder().addSamples(FakeMatcher.sample(FINGER));
    }

    private IdentifyMemberResponse identified(IdentifyMemberRequest.Builder request) {
        return counter.journeys.recognition().identify(request.build(), Counter.operator());
    }

    @Test
    void whoWasEnrolledBeforeTraitsWereKeptPassesEveryFilter() {
        counter.matcher.forgetTraits(sitisSubject());

        assertThat(found(filter().setSex(MemberSex.MALE)
                        .setBirthYearFirst(2000)
                        .setBirthYearLast(2001)
                        .addRegions(ELSEWHERE)))
                .containsExactly(Counter.SITI);
    }

    private SubjectId sitisSubject() {
        return counter.store.findMember(new Nid(Counter.SITI)).orElseThrow().subject();
    }

    @Test
    void fingersThatComeLaterSayItToo() {
        counter.matcher.forgetTraits(sitisSubject());

        var _ = counter.journeys
                .fingers()
                .enrol(
                        EnrolFingersRequest.newBuilder()
                                .setIdempotencyKey("more-of-siti")
                                .setNid(Counter.SITI)
                                .setBiometricConsent(true)
                                .addSamples(FakeMatcher.sample(FINGER))
                                .build(),
                        Counter.operator());

        assertThat(counter.matcher.traitsOf(sitisSubject()).flatMap(SubjectTraits::regency))
                .contains("3174");
    }

    @Test
    void saysWhichGalleryItSearchedAndHowManyWereMeant() {
        IdentifyMemberResponse mine = identified(request());
        IdentifyMemberResponse nobodys = identified(request().setFilter(filter().setSex(MemberSex.MALE)));

        assertThat(mine.getSubjectsConsidered()).isOne();
        assertThat(mine.getGalleryVersion()).isPositive();
        assertThat(nobodys.getSubjectsConsidered()).isZero();
        assertThat(nobodys.getPartial()).isFalse();
    }

    @Test
    void aSearchThatRanOutOfItsBudgetSaysSoInTheAnswerAndInTheAudit() {
        IdentifyMemberResponse cut = identified(request().setSearchBudgetMillis(1));

        assertThat(cut.getPartial()).isTrue();
        assertThat(cut.getCandidatesCount()).isZero();
        assertThat(new String(counter.store.readAudit(0, 100).getLast().content(), StandardCharsets.UTF_8))
                .contains("\"search_cut_short\":\"true\"");
        assertThat(identified(request().setSearchBudgetMillis(600_000)).getPartial())
                .isFalse();
    }

    @Test
    void refusesWhatNoSearchCanMean() {
        assertRefused("BIRTH_YEARS_INVALID", request().setFilter(filter().setBirthYearFirst(1985)));
        assertRefused(
                "BIRTH_YEARS_INVALID",
                request().setFilter(filter().setBirthYearFirst(1990).setBirthYearLast(1980)));
        assertRefused(
                "BIRTH_YEARS_INVALID",
                request().setFilter(filter().setBirthYearFirst(-1).setBirthYearLast(-1)));
        assertRefused("SEX_INVALID", request().setFilter(filter().setSexValue(7)));
        for (String nowhere : List.of("", "3", "00", "9999", "317401", "Jakarta")) {
            assertRefused("REGION_INVALID", request().setFilter(filter().addRegions(nowhere)));
        }
        MemberFilter.Builder many = filter();
        for (int i = 0; i < 101; i++) {
            many.addRegions("31");
        }
        assertRefused("REGION_INVALID", request().setFilter(many));
        assertRefused("SEARCH_BUDGET_INVALID", request().setSearchBudgetMillis(600_001));
        assertRefused("SEARCH_BUDGET_INVALID", request().setSearchBudgetMillis(-1));
    }

    private void assertRefused(String reason, IdentifyMemberRequest.Builder request) {
        assertThatThrownBy(() -> identified(request))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
