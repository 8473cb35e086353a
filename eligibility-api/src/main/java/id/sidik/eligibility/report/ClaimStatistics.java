package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import java.util.Map;
import java.util.stream.Stream;

/** Claims by programme and how far they are. */
final class ClaimStatistics {
    /** What is counted together. */
    private record Heading(Programme programme, ClaimEvent.State state) {}

    /** What was asked for and what was paid. */
    private static final class Claims {
        private final MoneyTotal asked = new MoneyTotal();
        private final MoneyTotal paid = new MoneyTotal();
        private long unproven;
    }

    private ClaimStatistics() {}

    static Report of(Events events) {
        Kept<Heading, Claims> totals = new Kept<>(Claims::new);
        try (Stream<ClaimEvent> claims = events.claims()) {
            claims.forEach(claim -> totals.of(new Heading(claim.programme(), claim.state()))
                    .ifPresent(total -> {
                        total.asked.add(claim.amountRupiah());
                        total.paid.add(claim.paidRupiah());
                        total.unproven += claim.presence().isEmpty() ? 1 : 0;
                    }));
        }
        Findings findings = new Findings(
                Column.PROGRAMME, Column.STATE, Column.CLAIMS, Column.AMOUNT, Column.PAID, Column.UNPROVEN);
        totals.forEach((heading, total) -> findings.add(
                total.asked.rupiah(),
                Cell.of(heading.programme().name()),
                Cell.of(heading.state().name()),
                Cell.of(total.asked.count()),
                Cell.of(total.asked.rupiah()),
                Cell.of(total.paid.rupiah()),
                Cell.of(total.unproven)));
        return findings.report(ReportName.CLAIMS, events.period(), Map.of());
    }
}
