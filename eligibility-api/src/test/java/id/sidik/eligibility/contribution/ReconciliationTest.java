package id.sidik.eligibility.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.contribution.Reconciliation.Finding;
import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-06-15T05:00:00Z");

    @Test
    void findsEachWayOfDisagreeing() {
        Contribution both = posting("TX-1", 150_000);
        Contribution less = posting("TX-2", 150_000);
        Contribution oursAlone = posting("TX-3", 42_000);
        List<ChannelLine> theirs = List.of(
                new ChannelLine(2, "TX-1", 150_000),
                new ChannelLine(3, "TX-2", 105_000),
                new ChannelLine(4, "TX-9", 10_000),
                new ChannelLine(5, "TX-1", 150_000));

        Reconciliation day = Reconciliation.of(List.of(both, less, oursAlone), theirs);

        assertThat(day.matched()).isEqualTo(1);
        assertThat(day.matchedRupiah()).isEqualTo(150_000);
        assertThat(day.oursRupiah()).isEqualTo(342_000);
        assertThat(day.theirsRupiah()).isEqualTo(415_000);
        assertThat(day.findings())
                .containsExactly(
                        new Finding.AmountDiffers(theirs.get(1), less),
                        new Finding.MissingHere(theirs.get(2)),
                        new Finding.Repeated(theirs.get(3)),
                        new Finding.MissingThere(oursAlone));
        assertThat(day.clean()).isFalse();
    }

    @Test
    void isCleanWhenBothSayTheSame() {
        Reconciliation day =
                Reconciliation.of(List.of(posting("TX-1", 150_000)), List.of(new ChannelLine(2, "TX-1", 150_000)));

        assertThat(day.clean()).isTrue();
        assertThat(day.oursRupiah()).isEqualTo(day.theirsRupiah());
    }

    private static Contribution posting(String reference, long amount) {
        return new Contribution(
                "c-" + reference,
                new Nid("3174011708850003"),
                Programme.JKN,
                YearMonth.of(2026, 5),
                amount,
                "bank-transfer",
                ChannelKind.BANK,
                reference,
                LocalDate.parse("2026-05-09"),
                OptionalLong.empty(),
                Optional.empty(),
                RECORDED_AT);
    }
}
