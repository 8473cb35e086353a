package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sidik.eligibility.v1.ChannelFileLine;
import id.sidik.eligibility.v1.ChannelKind;
import id.sidik.eligibility.v1.FindingKind;
import id.sidik.eligibility.v1.GetAccountRequest;
import id.sidik.eligibility.v1.PaymentState;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.ProgrammeAccount;
import id.sidik.eligibility.v1.ReconcileChannelDayRequest;
import id.sidik.eligibility.v1.ReconcileChannelDayResponse;
import id.sidik.eligibility.v1.ReconciliationFinding;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountJourneyTest {
    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void postsOnceForEachReferenceOfAChannel() {
        String first = post(posting("TX-1", "2026-01", 150_000, "2026-02-09"));

        assertThat(post(posting("TX-1", "2026-01", 150_000, "2026-02-09"))).isEqualTo(first);
        assertThat(catchThrowableOfType(
                        RequestRefusedException.class, () -> post(posting("TX-1", "2026-01", 42_000, "2026-02-09"))))
                .returns("REFERENCE_REUSED", RequestRefusedException::reason);
        assertThat(account("2026-03-01").getMonthsPaid()).isEqualTo(1);
    }

    @Test
    void tellsArrearsAndTheirEnd() {
        post(posting("TX-1", "2025-10", 150_000, "2025-11-09"));
        assertThat(account("2025-12-10").getState()).isEqualTo(PaymentState.PAID_UP);
        assertThat(account("2025-12-11").getState()).isEqualTo(PaymentState.IN_GRACE);

        ProgrammeAccount late = account("2026-02-01");
        assertThat(late.getState()).isEqualTo(PaymentState.IN_ARREARS);
        assertThat(late.getOverdueMonthsList()).containsExactly("2025-11", "2025-12");

        post(posting("TX-2", "2025-11", 150_000, "2026-02-02"));
        post(posting("TX-3", "2025-12", 150_000, "2026-02-02"));
        ProgrammeAccount paid = account("2026-02-03");
        assertThat(paid.getState()).isEqualTo(PaymentState.PAID_UP);
        assertThat(paid.getReactivatedOn()).isEqualTo("2026-02-02");
        assertThat(paid.getMonthsInArrears()).isEqualTo(2);
        assertThat(paid.getTotalRupiah()).isEqualTo(450_000);
        assertThat(paid.getLastWageRupiah()).isEqualTo(3_000_000);
    }

    @Test
    void putsAChannelsFileBesideWhatWasPosted() {
        post(posting("TX-1", "2026-01", 150_000, "2026-02-09"));
        post(posting("TX-2", "2025-12", 150_000, "2026-02-09"));
        post(posting("TX-3", "2025-11", 150_000, "2026-02-10"));

        ReconcileChannelDayResponse day = counter.journeys
                .accounts()
                .reconcile(
                        ReconcileChannelDayRequest.newBuilder()
                                .setChannel("bank-mandiri")
                                .setDay("2026-02-09")
                                .addLines(line(1, "TX-1", 150_000))
                                .addLines(line(2, "TX-9", 42_000))
                                .build(),
                        operator());

        assertThat(day.getMatched()).isEqualTo(1);
        assertThat(day.getFindingsList())
                .extracting(ReconciliationFinding::getKind)
                .containsExactly(FindingKind.MISSING_HERE, FindingKind.MISSING_THERE);
        assertThat(day.getFindings(1).getReference()).isEqualTo("TX-2");
        assertThat(day.getFindings(1).getMaskedNid()).isEqualTo("3174********0003");
    }

    @Test
    void refusesPaymentsThatNobodyMade() {
        assertThat(catchThrowableOfType(
                        RequestRefusedException.class, () -> post(posting("TX-1", "2026-01", 150_000, "2026-03-11"))))
                .returns("DATE_INVALID", RequestRefusedException::reason);
        assertThat(catchThrowableOfType(
                        RequestRefusedException.class, () -> post(posting("TX 1", "2026-01", 150_000, "2026-03-01"))))
                .returns("REFERENCE_INVALID", RequestRefusedException::reason);
    }

    private String post(PostContributionRequest request) {
        return counter.journeys.contributions().post(request, operator()).getContributionId();
    }

    private ProgrammeAccount account(String day) {
        return counter.journeys
                .accounts()
                .account(GetAccountRequest.newBuilder().setNid(SITI).setOn(day).build(), operator())
                .getProgrammes(0);
    }

    private static ChannelFileLine line(long line, String reference, long amount) {
        return ChannelFileLine.newBuilder()
                .setLine(line)
                .setReference(reference)
                .setAmountRupiah(amount)
                .build();
    }

    private static PostContributionRequest posting(String reference, String period, long amount, String paidOn) {
        return PostContributionRequest.newBuilder()
                .setChannel("bank-mandiri")
                .setReference(reference)
                .setKind(ChannelKind.BANK)
                .setNid(SITI)
                .setProgramme(Programme.JKN)
                .setPeriod(period)
                .setAmountRupiah(amount)
                .setWageRupiah(3_000_000)
                .setPaidOn(paidOn)
                .build();
    }
}
