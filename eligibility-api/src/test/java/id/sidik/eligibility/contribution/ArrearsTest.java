package id.sidik.eligibility.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.contribution.Arrears.Reactivation;
import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ArrearsTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-12-31T05:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    /** To be paid by the 10th of the month itself; cover runs to the end of the next. */
    private static final PaymentTerms TERMS = new PaymentTerms(10, 0, 1);

    private final List<Contribution> payments = new ArrayList<>();

    @Test
    void owesNothingUntilTheDueDayHasPassed() {
        assertThat(on("2026-01-10").state()).isEqualTo(PaymentState.CURRENT);
        assertThat(on("2026-01-11").state()).isEqualTo(PaymentState.IN_GRACE);
    }

    @Test
    void suspendsOnTheDayAfterGrace() {
        assertThat(on("2026-02-28").state()).isEqualTo(PaymentState.IN_GRACE);

        Arrears late = on("2026-03-01");
        assertThat(late.state()).isEqualTo(PaymentState.IN_ARREARS);
        assertThat(late.overdueMonths()).containsExactly(JANUARY);
        assertThat(late.unpaidMonths()).containsExactly(JANUARY, month("2026-02"));
    }

    @Test
    void namesEveryMonthThatIsOwed() {
        pay("2026-02", "2026-02-05");

        assertThat(on("2026-04-15").unpaidMonths()).containsExactly(JANUARY, month("2026-03"), month("2026-04"));
        assertThat(on("2026-04-15").overdueMonths()).containsExactly(JANUARY);
    }

    @Test
    void reactivatesOnceAllThatIsOverdueIsPaid() {
        pay("2026-01", "2026-04-20");
        assertThat(on("2026-04-20").state()).isEqualTo(PaymentState.IN_ARREARS);

        pay("2026-02", "2026-04-21");
        pay("2026-03", "2026-04-21");
        pay("2026-04", "2026-04-21");
        Arrears paid = on("2026-04-21");
        assertThat(paid.state()).isEqualTo(PaymentState.CURRENT);
        assertThat(paid.reactivation()).contains(new Reactivation(LocalDate.parse("2026-04-21"), 1));
    }

    @Test
    void countsAllMonthsThatOnePaymentMakesGood() {
        for (String month : List.of("2026-01", "2026-02", "2026-03", "2026-04")) {
            pay(month, "2026-04-20");
        }

        assertThat(on("2026-05-01").reactivation()).contains(new Reactivation(LocalDate.parse("2026-04-20"), 2));
    }

    @Test
    void knowsNoReactivationOfWhoWasNeverSuspended() {
        pay("2026-01", "2026-02-28");

        assertThat(on("2026-03-01").reactivation()).isEmpty();
    }

    @Test
    void doesNotKnowTomorrow() {
        pay("2026-01", "2026-03-02");

        assertThat(on("2026-03-01").state()).isEqualTo(PaymentState.IN_ARREARS);
        assertThat(on("2026-03-02").overdueMonths()).isEmpty();
    }

    @Test
    void owesNothingAfterTheEndOfMembership() {
        pay("2026-01", "2026-01-05");

        assertThat(Arrears.on(LocalDate.parse("2026-08-01"), ledger(), JANUARY, Optional.of(JANUARY), TERMS)
                        .state())
                .isEqualTo(PaymentState.CURRENT);
    }

    @Test
    void paysAShortMonthByItsLastDay() {
        PaymentTerms endOfNextMonth = new PaymentTerms(31, 1, 0);

        assertThat(endOfNextMonth.dueOn(JANUARY)).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThatThrownBy(() -> new PaymentTerms(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentTerms(10, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Arrears on(String day) {
        return Arrears.on(LocalDate.parse(day), ledger(), JANUARY, Optional.empty(), TERMS);
    }

    private Ledger ledger() {
        return Ledger.of(Programme.JKN, payments);
    }

    private void pay(String month, String day) {
        payments.add(payment("c-" + payments.size(), month, day));
    }

    private static Contribution payment(String id, String month, String day) {
        return new Contribution(
                id,
                new Nid("3174011708850003"),
                Programme.JKN,
                month(month),
                42_000,
                "bank-transfer",
                ChannelKind.BANK,
                id,
                LocalDate.parse(day),
                OptionalLong.empty(),
                Optional.empty(),
                RECORDED_AT);
    }

    private static YearMonth month(String text) {
        return YearMonth.parse(text);
    }
}
