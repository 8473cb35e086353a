package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;

/** Contributions by programme, month paid for, and channel. */
final class ContributionStatistics {
    /** What is counted together. */
    private record Heading(Programme programme, YearMonth month, String channel) {}

    private ContributionStatistics() {}

    static Report of(Events events) {
        Kept<Heading, MoneyTotal> totals = new Kept<>(MoneyTotal::new);
        try (Stream<ContributionEvent> contributions = events.contributions()) {
            contributions.forEach(contribution -> totals.of(
                            new Heading(contribution.programme(), contribution.period(), contribution.channel()))
                    .ifPresent(total -> total.add(contribution.amountRupiah())));
        }
        Findings findings =
                new Findings(Column.PROGRAMME, Column.MONTH, Column.CHANNEL, Column.PAYMENTS, Column.AMOUNT);
        totals.forEach((heading, total) -> findings.add(
                total.rupiah(),
                Cell.of(heading.programme().name()),
                Cell.of(heading.month().toString()),
                Cell.of(heading.channel()),
                Cell.of(total.count()),
                Cell.of(total.rupiah())));
        findings.partialIf(totals);
        return findings.report(ReportName.CONTRIBUTIONS, events.period(), Map.of());
    }
}
