package id.sidik.eligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.sidik.eligibility.SharedFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The figures that were collected are those of the policy, each on its day. */
class CarriedFiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    /** Where a collected figure is found, and what it is called in the policy; rates are fractions there and percents here. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("/jht/contribution/employer", "jht.rate_employer"),
            Map.entry("/jht/contribution/worker", "jht.rate_worker"),
            Map.entry("/jkk/contributionTiers/0/rate", "jkk.rate_very_low"),
            Map.entry("/jkk/contributionTiers/1/rate", "jkk.rate_low"),
            Map.entry("/jkk/contributionTiers/2/rate", "jkk.rate_medium"),
            Map.entry("/jkk/contributionTiers/3/rate", "jkk.rate_high"),
            Map.entry("/jkk/contributionTiers/4/rate", "jkk.rate_very_high"),
            Map.entry("/jkk/benefits/temporaryDisability/0/pctOfWage", "jkk.wage_share_first"),
            Map.entry("/jkk/benefits/temporaryDisability/1/pctOfWage", "jkk.wage_share_later"),
            Map.entry("/jkk/benefits/homeCare/max", "jkk.home_care_max"),
            Map.entry("/jkk/benefits/homeCare/years", "jkk.home_care_years"),
            Map.entry("/jkk/benefits/transport/land", "jkk.transport_land_max"),
            Map.entry("/jkk/benefits/transport/sea", "jkk.transport_sea_max"),
            Map.entry("/jkk/benefits/transport/air", "jkk.transport_air_max"),
            Map.entry("/jkm/contribution/employer", "jkm.rate_employer"),
            Map.entry("/jkm/benefit/total", "jkm.total"),
            Map.entry("/jkm/benefit/parts/compensation", "jkm.compensation"),
            Map.entry("/jkm/benefit/parts/periodicPaidAtOnce", "jkm.periodic"),
            Map.entry("/jkm/benefit/parts/funeral", "jkm.funeral"),
            Map.entry("/jkm/scholarship/maxChildren", "jkm.scholarship_children"),
            Map.entry("/jkm/scholarship/maxTotal", "jkm.scholarship_total"),
            Map.entry("/jkm/scholarship/perYear/0/amount", "jkm.scholarship_tk_sd"),
            Map.entry("/jkm/scholarship/perYear/0/maxYears", "jkm.scholarship_tk_sd_years"),
            Map.entry("/jkm/scholarship/perYear/1/amount", "jkm.scholarship_smp"),
            Map.entry("/jkm/scholarship/perYear/1/maxYears", "jkm.scholarship_smp_years"),
            Map.entry("/jkm/scholarship/perYear/2/amount", "jkm.scholarship_sma"),
            Map.entry("/jkm/scholarship/perYear/2/maxYears", "jkm.scholarship_sma_years"),
            Map.entry("/jkm/scholarship/perYear/3/amount", "jkm.scholarship_university"),
            Map.entry("/jkm/scholarship/perYear/3/maxYears", "jkm.scholarship_university_years"),
            Map.entry("/jp/contribution/employer", "jp.rate_employer"),
            Map.entry("/jp/contribution/worker", "jp.rate_worker"),
            Map.entry("/jp/vesting/months", "jp.vesting_months"),
            Map.entry("/jkp/contribution/government", "jkp.rate_government"),
            Map.entry("/jkp/contribution/jkkRecomposition", "jkp.rate_from_jkk"),
            Map.entry("/jkp/benefit/pctOfWage", "jkp.share_first"),
            Map.entry("/jkp/benefit/maxMonths", "jkp.cash_months"),
            Map.entry("/jkp/benefit/training", "jkp.training"),
            Map.entry("/jkp/benefit/wageCap/value", "jkp.wage_cap"),
            Map.entry("/jkn/contributionWageEarner/employer", "jkn.rate_employer"),
            Map.entry("/jkn/contributionWageEarner/worker", "jkn.rate_worker"),
            Map.entry("/jkn/contributionWageEarner/wageCap", "jkn.wage_cap"),
            Map.entry("/jkn/selfPaid/0/amount", "jkn.class_1"),
            Map.entry("/jkn/selfPaid/1/amount", "jkn.class_2"),
            Map.entry("/jkn/selfPaid/2/amount", "jkn.class_3"),
            Map.entry("/jkn/selfPaid/2/payable", "jkn.class_3_payable"),
            Map.entry("/jkn/selfPaid/2/subsidy", "jkn.class_3_subsidy"),
            Map.entry("/jkn/latePenalty/maxMonths", "jkn.surcharge_months_max"),
            Map.entry("/jkn/latePenalty/max", "jkn.surcharge_max"),
            Map.entry("/fingerprintPolicyJKN/exemptUnderAge", "jkn.exempt_under_age"),
            Map.entry("/fingerprintPolicyJKN/captures", "jkn.captures"));

    private static final Map<String, Figure> FIGURES =
            Policy.builtIn().figures().stream().collect(Collectors.toMap(Figure::name, Function.identity()));

    private static JsonNode collected() {
        return SharedFiles.json("specs/bpjs/programme-rules.json");
    }

    @Test
    void holdsEveryFigureThatIsTheSameAtAllTimes() {
        JsonNode collected = collected();
        List<String> wrong = new ArrayList<>();
        NAMES.forEach((path, name) -> {
            Optional<Long> ours = figure(name).on(TODAY);
            BigDecimal theirs = collected.at(path).decimalValue();
            if (!ours.equals(Optional.of(inOurUnit(theirs, name)))) {
                wrong.add(name + " is " + ours + ", collected was " + theirs);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** Shares were collected as fractions or as percents; no share is less than a percent as a percent, or more than 1 as a fraction. */
    private static long inOurUnit(BigDecimal collected, String name) {
        if (figure(name).unit() != FigureUnit.PERCENT) {
            return collected.longValueExact();
        }
        boolean fraction = collected.compareTo(BigDecimal.ONE) < 0;
        return collected.movePointRight(fraction ? 6 : 4).longValueExact();
    }

    @Test
    void leavesNoCollectedNumberOut() {
        List<String> numbers = new ArrayList<>();
        collectNumbers("", collected(), numbers);

        assertThat(numbers)
                .as("in a table by date, or by name")
                .allMatch(path -> NAMES.containsKey(path)
                        || path.startsWith("/jp/wageCap/")
                        || path.startsWith("/jp/minMax/")
                        || path.startsWith("/jp/pensionAge/")
                        || path.matches("/jkn/selfPaid/[0-9]/class"));
    }

    private static void collectNumbers(String path, JsonNode node, List<String> numbers) {
        if (node.isNumber()) {
            numbers.add(path);
        }
        node.properties().forEach(field -> collectNumbers(path + "/" + field.getKey(), field.getValue(), numbers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectNumbers(path + "/" + i, node.get(i), numbers);
        }
    }

    @Test
    void changesTheWageCapOfPensionsOnItsDays() {
        for (JsonNode step : collected().at("/jp/wageCap")) {
            LocalDate from = LocalDate.parse(step.get("from").asText());

            assertThat(figure("jp.wage_cap").on(from)).contains(step.get("cap").asLong());
            assertThat(figure("jp.wage_cap").on(from.minusDays(1)))
                    .as("the day before " + from)
                    .isNotEqualTo(Optional.of(step.get("cap").asLong()));
        }
        assertThat(figure("jp.wage_cap").on(LocalDate.of(2021, 6, 1))).isEmpty();
    }

    @Test
    void changesThePensionAgeOnItsDays() {
        for (JsonNode step : collected().at("/jp/pensionAge")) {
            LocalDate from = LocalDate.of(step.get("from").asInt(), 12, 31);

            assertThat(figure("jp.pension_age").on(from))
                    .contains(step.get("age").asLong());
        }
        assertThat(figure("jp.pension_age").on(LocalDate.of(2024, 12, 31))).contains(58L);
        assertThat(figure("jp.pension_age").on(LocalDate.of(2025, 1, 1))).contains(59L);
        assertThat(figure("jp.pension_age").on(LocalDate.of(2060, 1, 1))).contains(65L);
    }

    @Test
    void knowsTheLeastAndTheMostOfPensionsWhereTheyWereSeen() {
        for (JsonNode year : collected().at("/jp/minMax")) {
            LocalDate day = LocalDate.of(year.get("year").asInt(), 12, 31);

            assertThat(figure("jp.pension_min").on(day))
                    .contains(year.get("min").asLong());
            assertThat(figure("jp.pension_max").on(day))
                    .isEqualTo(Optional.of(year.get("max"))
                            .filter(max -> !max.isNull())
                            .map(JsonNode::asLong));
        }
    }

    private static Figure figure(String name) {
        return Optional.ofNullable(FIGURES.get(name)).orElseThrow(() -> new AssertionError("no figure " + name));
    }
}
