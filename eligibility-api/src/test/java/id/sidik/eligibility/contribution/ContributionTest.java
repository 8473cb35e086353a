package id.sidik.eligibility.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-06-15T05:00:00Z");

    @Test
    void readsAPeriodInOneFormOnly() {
        assertThat(Contribution.parsePeriod("2026-06")).contains(YearMonth.of(2026, 6));
        assertThat(Stream.of(
                        "2026-13", "2026-00", "2026-6", "26-06", "+2026-06", "2026-06-01", " 2026-06", "٢٠٢٦-٠٦", ""))
                .allMatch(text -> Contribution.parsePeriod(text).isEmpty());
    }

    @Test
    void refusesMonthsThatNobodyPaysFor() {
        assertThat(paid(YearMonth.of(1977, 12)).period()).isEqualTo(Contribution.PERIOD_MIN);
        assertThat(paid(YearMonth.of(2027, 6)).period()).isEqualTo(YearMonth.of(2027, 6));
        assertThatThrownBy(() -> paid(YearMonth.of(1977, 11))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paid(YearMonth.of(2027, 7))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAmountsThatNobodyPays() {
        assertThat(List.of(1L, Contribution.AMOUNT_RUPIAH_MAX)).allMatch(Contribution::isAmountRupiah);
        assertThat(List.of(0L, -1L, Contribution.AMOUNT_RUPIAH_MAX + 1)).noneMatch(Contribution::isAmountRupiah);
    }

    @Test
    void countsAMonthOnceAndItsMoneyTwice() {
        Standing standing = Objects.requireNonNull(Standing.of(
                        List.of(paid(YearMonth.of(2026, 5)), paid(YearMonth.of(2026, 5)), paid(YearMonth.of(2026, 1))))
                .get(Programme.JKN));

        assertThat(standing.monthsPaid()).isEqualTo(2);
        assertThat(standing.paidFrom()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(standing.paidUntil()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(standing.totalRupiah()).isEqualTo(126_000);
    }

    private static Contribution paid(YearMonth period) {
        return new Contribution(
                "c-1", new Nid("3174011708850003"), Programme.JKN, period, 42_000, "bank-transfer", RECORDED_AT);
    }
}
