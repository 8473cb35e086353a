package id.sidik.eligibility.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WeightedWageTest {
    private static final LocalDate RETIRED = LocalDate.parse("2017-06-15");
    private static final Function<LocalDate, Optional<Long>> INDEX = index(Map.of(2015, 100L, 2016, 110L, 2017, 121L));

    @Test
    void raisesEachMonthToTheLevelOfTheDay() {
        Ledger ledger = ledger(paid("2015-12", 1_000_000), paid("2016-01", 1_000_000), paid("2017-01", 1_000_000));

        // 1,210,000 + 1,100,000 + 1,000,000, of which the mean, twelve times
        assertThat(WeightedWage.of(ledger, RETIRED, INDEX)).contains(new WeightedWage.Known(13_240_000));
    }

    @Test
    void namesTheFirstYearWithoutAnIndex() {
        Ledger ledger = ledger(paid("2015-12", 1_000_000), paid("2016-01", 1_000_000));

        assertThat(WeightedWage.of(ledger, RETIRED, index(Map.of(2015, 100L, 2017, 121L))))
                .contains(new WeightedWage.IndexMissing(2016));
        assertThat(WeightedWage.of(ledger, RETIRED, index(Map.of(2015, 100L, 2016, 110L))))
                .contains(new WeightedWage.IndexMissing(2017));
    }

    @Test
    void saysNothingWithoutWages() {
        assertThat(WeightedWage.of(ledger(paid("2015-12", 0)), RETIRED, INDEX)).isEmpty();
    }

    private static Function<LocalDate, Optional<Long>> index(Map<Integer, Long> byYear) {
        return day -> Optional.ofNullable(byYear.get(day.getYear()));
    }

    private static Ledger ledger(Contribution... paid) {
        return Ledger.of(Programme.JP, List.of(paid));
    }

    private static Contribution paid(String month, long wage) {
        return new Contribution(
                "c-" + month,
                new Nid("3174015708850003"),
                Programme.JP,
                YearMonth.parse(month),
                30_000,
                "bank",
                ChannelKind.BANK,
                "ref-" + month,
                YearMonth.parse(month).atEndOfMonth(),
                wage == 0 ? OptionalLong.empty() : OptionalLong.of(wage),
                Optional.empty(),
                Instant.parse("2026-03-10T03:00:00Z"));
    }
}
