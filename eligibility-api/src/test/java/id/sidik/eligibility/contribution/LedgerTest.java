package id.sidik.eligibility.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-06-15T05:00:00Z");

    private final Ledger ledger = Ledger.of(
            Programme.JHT,
            List.of(
                    paid(Programme.JHT, "2026-01", 285_000, 5_000_000, "2026-02-10"),
                    paid(Programme.JHT, "2026-01", 57_000, 6_000_000, "2026-02-05"),
                    paid(Programme.JHT, "2026-03", 342_000, 7_000_000, "2026-04-10"),
                    paid(Programme.JHT, "2026-04", 342_000, 0, "2026-05-10"),
                    paid(Programme.JP, "2026-02", 100, 1, "2026-02-10")));

    @Test
    void addsUpWhatWasPaidForEachMonth() {
        assertThat(ledger.monthsPaid()).isEqualTo(3);
        assertThat(ledger.totalRupiah()).isEqualTo(285_000 + 57_000 + 342_000 + 342_000);
        assertThat(ledger.months().firstEntry().getValue())
                .isEqualTo(new Ledger.Month(342_000, OptionalLong.of(6_000_000), LocalDate.parse("2026-02-05")));
    }

    @Test
    void countsMonthsOfASpan() {
        assertThat(ledger.monthsPaid(YearMonth.of(2026, 2), YearMonth.of(2026, 4)))
                .isEqualTo(2);
        assertThat(ledger.monthsPaid(YearMonth.of(2026, 4), YearMonth.of(2026, 2)))
                .isZero();
    }

    @Test
    void tellsWagesAsFarAsTheyWereReported() {
        assertThat(ledger.lastWageRupiah()).hasValue(7_000_000);
        assertThat(ledger.averageWageRupiah()).hasValue(6_500_000);
        assertThat(Ledger.of(Programme.JKK, List.of()).averageWageRupiah()).isEmpty();
    }

    @Test
    void forgetsWhatWasPaidLater() {
        assertThat(ledger.asOf(LocalDate.parse("2026-04-09")).monthsPaid()).isEqualTo(1);
    }

    private static Contribution paid(Programme programme, String month, long amount, long wage, String day) {
        String id = programme + "-" + month + "-" + amount;
        return new Contribution(
                id,
                new Nid("3174011708850003"),
                programme,
                YearMonth.parse(month),
                amount,
                "bank-transfer",
                ChannelKind.BANK,
                id,
                LocalDate.parse(day),
                wage == 0 ? OptionalLong.empty() : OptionalLong.of(wage),
                Optional.empty(),
                RECORDED_AT);
    }
}
