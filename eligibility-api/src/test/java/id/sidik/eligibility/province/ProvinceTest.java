package id.sidik.eligibility.province;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import id.sidik.eligibility.report.Cell;
import id.sidik.eligibility.report.ContributionEvent;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.report.KeyFigure;
import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.report.ReportName;
import id.sidik.eligibility.report.Reports;
import id.sidik.eligibility.report.Threshold;
import id.sidik.eligibility.report.Thresholds;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small province: the reports find what was planted in it, and nothing else. */
class ProvinceTest {
    private static final long SEED = Long.getLong("tests.seed", 2_026);
    private static final ProvinceScale SMALL = new ProvinceScale(2_000, 3_000, 400, 24, 2_026, SEED);
    private static final Province PROVINCE = Province.of(SMALL);
    private static final Thresholds THRESHOLDS = Thresholds.standard(Contribution.ZONE);

    static List<ReportName> ofFraud() {
        return ReportName.ofFraud();
    }

    @ParameterizedTest
    @MethodSource("ofFraud")
    void findsWhatWasPlantedAndNothingElse(ReportName name) {
        Scorecard score = Scorecard.of(Reports.of(name, PROVINCE, THRESHOLDS), PROVINCE.plants());

        assertThat(score.planted()).as("something was planted").isPositive();
        assertThat(score.missed()).as("missed, seed %d", SEED).isEmpty();
        assertThat(score.wrong()).as("wrongly named, seed %d", SEED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 41, 1_999})
    void findsItInOtherProvincesAsWell(long seed) {
        Province other = Province.of(new ProvinceScale(2_000, 3_000, 400, 24, 2_025, seed));

        assertThat(ofFraud()).allSatisfy(name -> {
            Scorecard score = Scorecard.of(Reports.of(name, other, THRESHOLDS), other.plants());
            assertThat(score.missed()).as("missed by %s, seed %d", name, seed).isEmpty();
            assertThat(score.precision())
                    .as("precision of %s, seed %d, with people who only look like fraud", name, seed)
                    .isGreaterThanOrEqualTo(0.9);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 1_000_000})
    void findsItHoweverLargeTheHospitalsAre(int members) {
        Province large = Province.of(ProvinceScale.ofMembers(members, 2_025, SEED));

        assertThat(ofFraud())
                .allSatisfy(name -> assertThat(Scorecard.of(Reports.of(name, large, THRESHOLDS), large.plants())
                                .missed())
                        .as("missed by %s", name)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ofFraud")
    void showsEventsAsEvidence(ReportName name) {
        Report report = Reports.of(name, PROVINCE, THRESHOLDS);

        if (name != ReportName.QUALITY_DRIFT) {
            assertThat(report.rows())
                    .allSatisfy(row -> assertThat(row.getLast().text(false)).matches("([a-z]{2}-[0-9]+ ?)+…?"));
        }
        assertThat(report.partial()).isFalse();
    }

    @Test
    void isTheSameFromTheSameSeed() {
        Province again = Province.of(SMALL);

        assertThat(again.presences())
                .containsExactlyElementsOf(PROVINCE.presences().toList());
        assertThat(again.visits()).containsExactlyElementsOf(PROVINCE.visits().toList());
    }

    @Test
    void givesEverybodyANumberThatCanBe() {
        NidRules rules = new NidRules(RegionTable.bundled(), NidProfile.LENIENT);
        Set<String> seen = new HashSet<>();

        PROVINCE.people().forEach(person -> {
            assertThat(rules.check(person.nid().wholeDigits(), LocalDate.of(2_026, 12, 31)))
                    .isInstanceOf(NidCheck.Accepted.class);
            assertThat(seen.add(person.nid().wholeDigits())).isTrue();
        });
    }

    @Test
    void reconcilesToTheRupiah() {
        Map<Programme, Long> ledger = new EnumMap<>(Programme.class);
        for (ContributionEvent event : PROVINCE.contributions().toList()) {
            ledger.merge(event.programme(), event.amountRupiah(), Long::sum);
        }
        Report totals = Reports.of(ReportName.FINANCIAL_TOTALS, PROVINCE, THRESHOLDS);

        ledger.forEach((programme, rupiah) ->
                assertThat(amountOf(totals, programme.name(), 3)).isEqualTo(rupiah));
        assertThat(amountOf(totals, "", 3)).as("by programme less by channel").isZero();
        assertThat(totals.rows().getLast().getFirst().text(false)).isEqualTo("difference");
    }

    private static long amountOf(Report report, String subject, int column) {
        return report.rows().stream()
                .filter(row -> row.get(1).text(false).equals(subject))
                .map(row -> ((Cell.Amount) row.get(column)).value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysHowTheGateDid() {
        Report figures = Reports.of(ReportName.KEY_FIGURES, PROVINCE, THRESHOLDS);

        assertThat(figures.rows()).hasSize(KeyFigure.values().length);
        assertThat(figure(figures, KeyFigure.GENUINE_REJECT_RATE)).isBetween(40L, 150L);
        assertThat(figure(figures, KeyFigure.ANSWER_MEDIAN)).isBetween(120L, 240L);
        assertThat(figure(figures, KeyFigure.UNVERIFIED_VALUE)).isGreaterThan(140 * 1_250_000L);
        assertThat(figure(figures, KeyFigure.FAILURE_TO_ENROL_RATE)).isBetween(5L, 25L);
        assertThat(figure(figures, KeyFigure.DUPLICATES_FOUND)).isEqualTo(8);
    }

    private static long figure(Report report, KeyFigure figure) {
        return report.rows().stream()
                .filter(row -> row.getFirst().text(false).equals(figure.typed()))
                .map(row -> ((Cell.Amount) row.get(1)).value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhoIsReportedWithTooLowAWageAndWhoOwes() {
        Report wages = Reports.of(ReportName.SALARY_CHECK, PROVINCE, THRESHOLDS);
        assertThat(wages.rows()).isNotEmpty().allSatisfy(row -> {
            long reported = ((Cell.Amount) row.get(2)).value();
            long declared = ((Cell.Amount) row.get(3)).value();
            assertThat(reported).isEqualTo(declared * 7 / 10);
        });

        Report compliance = Reports.of(ReportName.EMPLOYER_COMPLIANCE, PROVINCE, THRESHOLDS);
        assertThat(compliance.rows()).allSatisfy(row -> {
            int employer = Integer.parseInt(row.getFirst().text(false).substring(4));
            assertThat(employer % 13 == 12 || employer % 11 == 10)
                    .as("NPP %d stops or is late", employer)
                    .isTrue();
        });
    }

    @Test
    void countsEachFallbackOnceUnderItsFacilityAndMethod() {
        Report methods = Reports.of(ReportName.FALLBACK_METHODS, PROVINCE, THRESHOLDS);

        try (Stream<FallbackEvent> fallbacks = PROVINCE.fallbacks()) {
            assertThat(methods.rows().stream()
                            .mapToLong(row -> ((Cell.Amount) row.get(2)).value())
                            .sum())
                    .isEqualTo(fallbacks.count());
        }
        assertThat(methods.rows())
                .extracting(row -> row.get(0) + " " + row.get(1))
                .doesNotHaveDuplicates();
        assertThat(methods.rows())
                .allSatisfy(row -> assertThat(((Cell.Amount) row.get(4)).value())
                        .isEqualTo(1_000 * ((Cell.Amount) row.get(3)).value() / ((Cell.Amount) row.get(2)).value()));
    }

    @Test
    void everyReportCanBeMade() {
        for (ReportName name : ReportName.values()) {
            Report report = Reports.of(name, PROVINCE, THRESHOLDS);
            assertThat(report.rows()).as("%s", name).isNotEmpty();
            assertThat(report.rowsTotal()).isEqualTo(report.rows().size());
        }
        assertThat(Threshold.DUE_DAY.settingName()).isEqualTo("due-day");
    }
}
