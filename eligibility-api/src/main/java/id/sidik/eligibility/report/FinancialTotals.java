package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Contributions in and benefits out. Contributions are added up by programme and, apart from that, by channel; the last row shows by how
 * much the two differ, which must be 0 rupiah.
 */
final class FinancialTotals {
    private final Map<Programme, MoneyTotal> in = new EnumMap<>(Programme.class);
    private final Map<Programme, MoneyTotal> out = new EnumMap<>(Programme.class);
    private final Map<String, MoneyTotal> byChannel = new TreeMap<>();
    private final Findings findings = new Findings(
            Column.KIND, Column.SUBJECT, Column.PAYMENTS, Column.AMOUNT, Column.CLAIMS, Column.PAID, Column.BALANCE);
    private int rows;

    private FinancialTotals() {}

    static Report of(Events events) {
        FinancialTotals totals = new FinancialTotals();
        try (Stream<ContributionEvent> contributions = events.contributions()) {
            contributions.forEach(totals::receive);
        }
        try (Stream<ClaimEvent> claims = events.claims()) {
            claims.filter(claim -> claim.paidRupiah() > 0 && claim.programme() != Programme.JKN) // told with the visits
                    .forEach(claim -> totals.out
                            .computeIfAbsent(claim.programme(), _ -> new MoneyTotal())
                            .add(claim.paidRupiah()));
        }
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.forEach(visit -> totals.out
                    .computeIfAbsent(Programme.JKN, _ -> new MoneyTotal())
                    .add(visit.amountRupiah()));
        }
        return totals.report(events.period());
    }

    private void receive(ContributionEvent contribution) {
        in.computeIfAbsent(contribution.programme(), _ -> new MoneyTotal()).add(contribution.amountRupiah());
        byChannel.computeIfAbsent(contribution.channel(), _ -> new MoneyTotal()).add(contribution.amountRupiah());
    }

    private Report report(Period period) {
        long inRupiah = 0;
        for (Programme programme : Programme.values()) {
            MoneyTotal received = in.getOrDefault(programme, new MoneyTotal());
            MoneyTotal paid = out.getOrDefault(programme, new MoneyTotal());
            inRupiah = Math.addExact(inRupiah, received.rupiah());
            row("programme", programme.name(), received, paid);
        }
        long channelRupiah = 0;
        for (Map.Entry<String, MoneyTotal> channel : byChannel.entrySet()) {
            channelRupiah = Math.addExact(channelRupiah, channel.getValue().rupiah());
            row("channel", channel.getKey(), channel.getValue(), new MoneyTotal());
        }
        long difference = inRupiah - channelRupiah;
        findings.add(
                -rows,
                Cell.of("difference"),
                Cell.of(""),
                Cell.of(0),
                Cell.of(difference),
                Cell.of(0),
                Cell.of(0),
                Cell.of(difference));
        return findings.report(ReportName.FINANCIAL_TOTALS, period, Map.of());
    }

    private void row(String kind, String subject, MoneyTotal received, MoneyTotal paid) {
        findings.add(
                -rows++,
                Cell.of(kind),
                Cell.of(subject),
                Cell.of(received.count()),
                Cell.of(received.rupiah()),
                Cell.of(paid.count()),
                Cell.of(paid.rupiah()),
                Cell.of(received.rupiah() - paid.rupiah()));
    }
}
